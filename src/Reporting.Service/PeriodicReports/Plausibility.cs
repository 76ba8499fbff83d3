using Policies;
using Reporting.Packs;

namespace Reporting.PeriodicReports;

/// <summary>A figure that differs remarkably from that of the same span of last year. It warns and stops nobody.</summary>
/// <param name="Figure">The indicator's name.</param>
/// <param name="Before">Last year's figure.</param>
/// <param name="Now">This year's.</param>
/// <param name="Beyond">The change beyond which the pack remarks on it: <c>50 %</c>.</param>
/// <param name="Clause">The clause that asks for the figure.</param>
/// <param name="Explanation">What the body says of it; null where it says nothing.</param>
internal sealed record RemarkableChange(string Figure, long Before, long Now, string Beyond, string Clause, string? Explanation);

/// <summary>Holds a report's figures against last year's (EO-10). Pure.</summary>
internal static class Plausibility
{
    /// <summary>The remarkable ones, in the pack's order; none where the pack has no such parameter.</summary>
    public static IReadOnlyList<RemarkableChange> Of(ReportText now, ReportText lastYear, PolicyPack pack, DateOnly yearsEnd)
    {
        if (pack.Parameters.FirstOrDefault(p => p.Name == PackQuestions.RemarkableChange)?.On(yearsEnd)?.Value.Ratio is not { } limit)
        {
            return [];
        }

        var remarkable = new List<RemarkableChange>();
        foreach (var figure in pack.Indicators)
        {
            if (lastYear.Number(figure.Name) is { } before && now.Number(figure.Name) is { } given && IsRemarkable(before, given, limit))
            {
                remarkable.Add(new RemarkableChange(
                    figure.Name, before, given, $"{limit}", figure.Citation.ClauseId, now.Explanations.GetValueOrDefault(figure.Name)));
            }
        }

        return remarkable;
    }

    /// <summary>Whether the change is beyond the limit; exactly at it is not. From nothing, everything is.</summary>
    public static bool IsRemarkable(long before, long now, Ratio limit) =>
        Int128.Abs((Int128)now - before) * limit.Denominator > (Int128)before * limit.Numerator;
}
