using System.Numerics;
using Policies;
using Reporting.Monitoring;

namespace Reporting.LeagueTables;

/// <summary>A figure that counts, with its points.</summary>
internal sealed record PartView(string Indicator, Label Label, bool Amount, int Weight);

/// <summary>A head with its points.</summary>
internal sealed record HeadView(string Name, Label Label, string Clause, int Weight, IReadOnlyList<PartView> Parts);

/// <summary>All that a league table shows; frozen with it.</summary>
/// <param name="Comparison">Its name in the pack.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="Of">What it ranks.</param>
/// <param name="From">The span's first day.</param>
/// <param name="To">The span's last day.</param>
/// <param name="DueOn">The last day on which its reports were in time.</param>
/// <param name="Heads">What it is ranked on, with the weights.</param>
/// <param name="Rows">The rows, best first, those without a rank last.</param>
internal sealed record LeagueContent(
    string Comparison,
    Label Label,
    Citation Citation,
    ComparisonSubject Of,
    DateOnly From,
    DateOnly To,
    DateOnly DueOn,
    IReadOnlyList<HeadView> Heads,
    IReadOnlyList<LeagueRow> Rows);

/// <summary>Makes a league table of a span's reports. Pure.</summary>
internal static class LeagueContents
{
    /// <summary>The table.</summary>
    public static LeagueContent Of(PackComparison comparison, MonitoredRound monitored, IReadOnlyList<SpanReturn> returns)
    {
        var (pack, _, span) = monitored;
        var competitors = comparison.Of == ComparisonSubject.Institution ? Institutions(returns) : Districts(pack, returns);
        return new LeagueContent(
            comparison.Name,
            comparison.Label,
            comparison.Citation,
            comparison.Of,
            span.From,
            span.To,
            span.DueOn,
            [.. comparison.Heads.Select(head => new HeadView(
                head.Name,
                head.Label,
                head.Citation.ClauseId,
                head.Weight,
                [.. head.Parts.Select(part => Part(pack, part))]))],
            Ranking.Of(comparison, competitors));
    }

    private static PartView Part(PolicyPack pack, ComparisonPart part)
    {
        var indicator = pack.Indicators.First(one => one.Name == part.Indicator);
        return new PartView(part.Indicator, indicator.Label, indicator.Type == FieldType.Amount, part.Weight);
    }

    private static List<Competitor> Institutions(IReadOnlyList<SpanReturn> returns) =>
        [.. returns.Select(one => new Competitor(
            one.InstitutionId.ToString(),
            new Label(one.Name, one.Name),
            one.State == ReturnState.Accepted ? one.Figures.ToDictionary(figure => figure.Key, figure => (BigInteger)figure.Value, StringComparer.Ordinal) : null,
            Named([one], missing: true),
            Named([one], missing: false))
        {
            Claimed = one.Claimed,
        })];

    // EI-08: a district is what its carriers are together; one of whom nothing was accepted has no rank.
    private static List<Competitor> Districts(PolicyPack pack, IReadOnlyList<SpanReturn> returns) =>
        [.. returns.GroupBy(one => one.District, StringComparer.Ordinal).Select(district =>
        {
            var counted = district.Where(one => one.State == ReturnState.Accepted).ToList();
            return new Competitor(
                district.Key,
                SpanReturns.DistrictName(pack, district.Key),
                counted.Count == 0 ? null : Sum(counted),
                Named(district, missing: true),
                Named(district, missing: false))
            {
                // A sum is no better than what is in it.
                Claimed = counted.SelectMany(one => one.Claimed).ToHashSet(StringComparer.Ordinal),
            };
        })];

    private static List<string> Named(IEnumerable<SpanReturn> returns, bool missing) =>
        [.. returns.Where(one => one.State != ReturnState.Accepted && one.State == ReturnState.Missing == missing).Select(one => one.Name)];

    private static Dictionary<string, BigInteger> Sum(IReadOnlyList<SpanReturn> counted) => counted
        .SelectMany(one => one.Figures)
        .GroupBy(figure => figure.Key, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.Aggregate(BigInteger.Zero, (sum, figure) => sum + figure.Value), StringComparer.Ordinal);
}
