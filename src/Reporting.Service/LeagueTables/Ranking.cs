using System.Numerics;
using Policies;
using Reporting.Figures;

namespace Reporting.LeagueTables;

/// <summary>What a league table ranks, with its figures; without figures it has no rank.</summary>
/// <param name="Key">The institution's ID, or the district's code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Figures">The figures by name; null where nothing that counts was handed in.</param>
/// <param name="Missing">The bodies whose report is missing, by name.</param>
/// <param name="Waiting">Those whose report does not count yet: extended, given back to be mended, or waiting for the bureau.</param>
internal sealed record Competitor(
    string Key, Label Name, IReadOnlyDictionary<string, BigInteger>? Figures, IReadOnlyList<string> Missing, IReadOnlyList<string> Waiting)
{
    /// <summary>The figures of which it only claims something: those without evidence, and sums in which there is one.</summary>
    public IReadOnlyCollection<string> Claimed { get; init; } = [];
}

/// <summary>A part of a row: the figure and its points.</summary>
/// <param name="Indicator">The figure's name.</param>
/// <param name="Value">The figure.</param>
/// <param name="Points">Its points.</param>
/// <param name="Claimed">Whether there is something in it without evidence (EI-08); null in a table that was made before this was kept.</param>
internal sealed record PartScore(string Indicator, long Value, decimal Points, bool? Claimed = null);

/// <summary>A head of a row, with the points of its parts together.</summary>
internal sealed record HeadScore(string Head, decimal Points, IReadOnlyList<PartScore> Parts);

/// <summary>A row of a league table.</summary>
/// <param name="Rank">Its rank; equal scores share one (1, 2, 2, 4). Null where it has none.</param>
/// <param name="Key">The institution's ID, or the district's code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Score">Its points of 100, two decimals, to be shown.</param>
/// <param name="Exact">The same exactly, by which it is ranked: <c>260/3</c>.</param>
/// <param name="Heads">Head by head.</param>
/// <param name="Missing">The bodies whose report is missing, by name.</param>
/// <param name="Waiting">Those whose report does not count yet: extended, given back to be mended, or waiting for the bureau.</param>
internal sealed record LeagueRow(
    int? Rank, string Key, Label Name, decimal? Score, string? Exact, IReadOnlyList<HeadScore> Heads, IReadOnlyList<string> Missing, IReadOnlyList<string> Waiting);

/// <summary>
/// Ranks by weighted figures (SD-07, EI-08): of each figure the largest gets the whole weight, every other one its proportion; exact, so that
/// a tie is a tie. Pure.
/// </summary>
internal static class Ranking
{
    private const int ShownDecimals = 2;

    /// <summary>The rows, best first; those without figures last, by name.</summary>
    public static IReadOnlyList<LeagueRow> Of(PackComparison comparison, IReadOnlyList<Competitor> competitors)
    {
        var best = comparison.Heads.SelectMany(head => head.Parts).ToDictionary(
            part => part.Indicator,
            part => competitors.Where(one => one.Figures is not null).Select(one => Figure(one, part.Indicator)).DefaultIfEmpty(BigInteger.Zero).Max(),
            StringComparer.Ordinal);
        var scored = competitors.Where(one => one.Figures is not null)
            .Select(one => (Of: one, Score: comparison.Heads.SelectMany(head => head.Parts).Aggregate(Exact.Zero, (sum, part) => sum + Points(one, part, best))))
            .OrderByDescending(row => row.Score).ThenBy(row => row.Of.Name.Zh, StringComparer.Ordinal).ThenBy(row => row.Of.Key, StringComparer.Ordinal)
            .ToList();
        return
        [
            .. scored.Select(row => new LeagueRow(
                scored.Count(other => other.Score > row.Score) + 1,
                row.Of.Key,
                row.Of.Name,
                row.Score.Shown(ShownDecimals),
                row.Score.ToString(),
                [.. comparison.Heads.Select(head => Head(row.Of, head, best))],
                row.Of.Missing,
                row.Of.Waiting)),
            .. competitors.Where(one => one.Figures is null).OrderBy(one => one.Name.Zh, StringComparer.Ordinal)
                .Select(one => new LeagueRow(null, one.Key, one.Name, null, null, [], one.Missing, one.Waiting)),
        ];
    }

    private static HeadScore Head(Competitor one, ComparisonHead head, Dictionary<string, BigInteger> best) => new(
        head.Name,
        head.Parts.Aggregate(Exact.Zero, (sum, part) => sum + Points(one, part, best)).Shown(ShownDecimals),
        [.. head.Parts.Select(part => new PartScore(part.Indicator, (long)Figure(one, part.Indicator), Points(one, part, best).Shown(ShownDecimals), one.Claimed.Contains(part.Indicator)))]);

    // Where nobody has anything nobody gets points.
    private static Exact Points(Competitor one, ComparisonPart part, Dictionary<string, BigInteger> best) => best[part.Indicator].IsZero
        ? Exact.Zero
        : Exact.Of(part.Weight * Figure(one, part.Indicator), best[part.Indicator]);

    private static BigInteger Figure(Competitor one, string indicator) => one.Figures!.GetValueOrDefault(indicator);
}
