using Policies;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;

namespace Registry.Packs;

/// <summary>The versions of the packs of the caller's jurisdiction.</summary>
internal static class ListPacks
{
    /// <summary>A version of a pack; <paramref name="Ruling"/> tells whether it is the one that rules today.</summary>
    internal sealed record PackRow(
        string Programme, string Jurisdiction, Label Title, PackStatus Status, DateOnly From, DateOnly? Until, string Hash, bool Ruling);

    internal sealed record PackList(IReadOnlyList<PackRow> Items);

    public static async Task<PackList> HandleAsync(HttpContext http, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var library = await packs.OpenAsync(cancellationToken);
        return new PackList([.. library.Packs.Where(pack => pack.IsFor(caller)).Select(pack => Describe(pack, library, clock.Today))]);
    }

    private static PackRow Describe(PolicyPack pack, PackLibrary library, DateOnly today) => new(
        pack.Programme,
        pack.Jurisdiction,
        pack.Title,
        pack.Status,
        pack.From,
        pack.Until,
        pack.Hash,
        library.Ruling(pack.Programme, today)?.Hash == pack.Hash);
}
