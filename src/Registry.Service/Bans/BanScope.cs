using Policies;
using Registry.Institutions;
using Registry.Packs;
using Registry.Places;

namespace Registry.Bans;

/// <summary>To which type and place a ground's ban on one of its subjects is confined.</summary>
/// <param name="Category">The type; null = every one.</param>
/// <param name="Place">The place; null = anywhere.</param>
/// <param name="Hosting">Whether hosting is barred too.</param>
internal sealed record BanScope(string? Category, string? Place, bool Hosting)
{
    private const string CategoryWord = "category";
    private const string CategoryAndPlace = "category-and-place";
    private const string Nobody = "none";

    /// <summary>The scope of a ban on this subject; null where the bureau has decided not to bar it (EO-13).</summary>
    public static BanScope? Of(PolicyPack pack, Ground ground, string subject, Institution institution, DateOnly decidedOn)
    {
        // ZS-22 bars from the same type, which the pack spells out for that clause alone; ZS-20 knows no such limit.
        var scope = pack.ChoicesOrNone(PackParameters.BanScope, decidedOn);
        var sameType = scope?.ClauseId == ground.Citation.ClauseId && scope.Value.Contains(CategoryWord, StringComparer.Ordinal);
        var host = ground.Subjects.Contains(BanReach.Host, StringComparer.Ordinal) ? pack.ChoicesOrNone(PackParameters.HostBanScope, decidedOn) : null;
        return subject switch
        {
            BanReach.Host => OfHost(host?.Value ?? [CategoryAndPlace], institution),
            // EO-13: a body without a legal person of its own is what its host runs of that type at that place, and nothing else of the host's.
            BanReach.Institution when host is not null && institution.CentreCode is null => Body(institution),
            _ => new BanScope(sameType ? institution.Category : null, null, false),
        };
    }

    private static BanScope? OfHost(IReadOnlyList<string> words, Institution institution) =>
        words.Contains(Nobody, StringComparer.Ordinal) ? null
        : words.Contains(CategoryWord, StringComparer.Ordinal) ? new BanScope(institution.Category, null, true)
        : Body(institution);

    private static BanScope Body(Institution institution) => new(institution.Category, SamePlace.Written(institution.Place), true);
}
