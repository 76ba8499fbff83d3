using Policies;

namespace Reporting.PeriodicReports;

/// <summary>The spans that a programme asks reports of (ZS-28), each under the version of the pack that ruled when it ended. Pure.</summary>
internal static class ReportSpans
{
    /// <summary>The cycle of a pack that asks for reports.</summary>
    public const string Cycle = "periodic-report";

    /// <summary>The spans of some years; a version of the pack has none that ended before it began to rule, those the older one has.</summary>
    /// <param name="packs">The programme's packs, the newest first.</param>
    /// <param name="years">The years.</param>
    public static IEnumerable<(PolicyPack Pack, Round Span)> Of(IEnumerable<PolicyPack> packs, params IEnumerable<int> years) => packs
        .Where(pack => pack.Cycles.Any(cycle => cycle.Name == Cycle))
        .SelectMany(pack => years.SelectMany(year => pack.Rounds(Cycle, year)).Select(span => (Pack: pack, Span: span)))
        .DistinctBy(found => found.Span.To);
}
