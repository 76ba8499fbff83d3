using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.PlanDecisions;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;

namespace Registry.Packs;

/// <summary>The versions of the packs of the caller's jurisdiction.</summary>
internal static class ListPacks
{
    /// <summary>
    /// A version of a pack; <paramref name="Ruling"/> tells whether it is the one that rules today, <paramref name="EndsOn"/> the end of its
    /// plan and <paramref name="Adopted"/> whether a draft has effect, as the bureau has decided (P-6).
    /// </summary>
    internal sealed record PackRow(
        string Programme,
        string Jurisdiction,
        Label Title,
        PackStatus Status,
        DateOnly From,
        DateOnly? Until,
        string Hash,
        bool Ruling,
        DateOnly? EndsOn,
        bool Adopted,
        bool TakesNew);

    internal sealed record PackList(IReadOnlyList<PackRow> Items);

    public static async Task<PackList> HandleAsync(HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var library = await packs.OpenAsync(cancellationToken);
        var decided = (await db.PlanDecisions.AsNoTracking().Where(d => d.Status == PlanDecisionStatus.Confirmed).ToListAsync(cancellationToken)).ToLookup(d => d.Programme);
        return new PackList([.. library.Packs.Where(pack => pack.IsFor(caller)).Select(pack => Describe(pack, library, decided[pack.Programme].StateOn(clock.Today), clock.Today))]);
    }

    private static PackRow Describe(PolicyPack pack, PackLibrary library, PlanState state, DateOnly today) => new(
        pack.Programme,
        pack.Jurisdiction,
        pack.Title,
        pack.Status,
        pack.From,
        pack.Until,
        pack.Hash,
        library.Ruling(pack.Programme, today)?.Hash == pack.Hash,
        state.EndOf(pack),
        state.Adoption is not null,
        state.InForce(library, pack.Programme, today).Refusal is null);
}
