using Contracts.Registry;

namespace Reporting.Institutions;

/// <summary>A standing that Registry told: what an institution was on a past day is asked of these.</summary>
internal sealed class StandingEntry
{
    public required Guid InstitutionId { get; init; }

    /// <summary>The version of the institution that told it.</summary>
    public required long Version { get; init; }

    /// <summary>One of <see cref="Standings"/>.</summary>
    public required string Standing { get; init; }

    /// <summary>First day of that standing.</summary>
    public required DateOnly Since { get; init; }
}

/// <summary>The standing of an institution on a day.</summary>
internal static class StandingOn
{
    /// <summary>The standings of a recognised or filed body, for queries; as <see cref="Standings.IsRecognised"/>.</summary>
    public static readonly string[] Recognised = [Standings.Recognised, Standings.Filed, Standings.UnderRectification];

    /// <summary>The standings of a body that builds or works and so reports (ZS-28, ZS-30).</summary>
    public static readonly string[] Reporting = [Standings.UnderConstruction, .. Recognised];

    /// <summary>
    /// The standing on <paramref name="day"/> as it is known now: of those that had begun, the one told last, so that a cancellation
    /// which reaches back (ZS-21) rules the days it reaches back over. Null before the body existed.
    /// </summary>
    public static string? Of(IEnumerable<StandingEntry> told, DateOnly day) =>
        told.Where(entry => entry.Since <= day).MaxBy(entry => entry.Version)?.Standing;

    /// <summary>Those that had one of these standings on <paramref name="day"/>; the rule is that of <see cref="Of"/>, asked in the database.</summary>
    public static IQueryable<Institution> WithStandingOn(this IQueryable<Institution> institutions, DateOnly day, string[] standings) =>
        institutions.Where(institution => standings.Contains(institution.Standings
            .Where(entry => entry.Since <= day)
            .OrderByDescending(entry => entry.Version)
            .Select(entry => entry.Standing)
            .FirstOrDefault()));
}
