using System.Text.Json.Serialization;
using Policies;
using Reporting.Packs;
using Reporting.PeriodicReports;

namespace Reporting.Monitoring;

/// <summary>What a figure is held against.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutlierAgainst>))]
internal enum OutlierAgainst
{
    /// <summary>The body's own accepted reports before.</summary>
    [JsonStringEnumMemberName("own-past")]
    OwnPast,

    /// <summary>The other bodies of its category in the same span.</summary>
    [JsonStringEnumMemberName("category")]
    Category,
}

/// <summary>A figure that lies far from what it is held against. Shown to whoever reads, and nothing else (P-5).</summary>
/// <param name="Figure">The indicator's name.</param>
/// <param name="Against">What it is held against.</param>
/// <param name="Value">The figure.</param>
/// <param name="Median">The median of those that it is held against.</param>
/// <param name="Count">How many they are.</param>
internal sealed record Outlier(string Figure, OutlierAgainst Against, long Value, long Median, int Count)
{
    /// <summary>Whether the figure has no evidence behind it.</summary>
    public bool Claimed { get; init; }
}

/// <summary>Finds figures far from their like (ZS-23, EI-08). Pure.</summary>
internal static class Outliers
{
    /// <summary>Fewer earlier reports are no past to be held against.</summary>
    public const int LeastPast = 3;

    /// <summary>Fewer bodies are no category to be held against.</summary>
    public const int LeastPeers = 5;

    // In medians of the deviations: a statistician's usual fence, far from the noise of the figures themselves.
    private const int Fence = 3;

    /// <summary>Those far from the body's own past.</summary>
    public static IReadOnlyList<Outlier> OfOwnPast(ReportText now, IReadOnlyList<ReportText> past, PolicyPack pack, int year) =>
        Find(now, past, pack, year, OutlierAgainst.OwnPast, LeastPast);

    /// <summary>Those far from the other bodies of the category.</summary>
    public static IReadOnlyList<Outlier> OfCategory(ReportText now, IReadOnlyList<ReportText> peers, PolicyPack pack, int year) =>
        Find(now, peers, pack, year, OutlierAgainst.Category, LeastPeers);

    /// <summary>The same, with the mark of those that are only claimed (EI-08).</summary>
    public static IReadOnlyList<Outlier> Marked(this IEnumerable<Outlier> outliers, IReadOnlyList<string> claimed) =>
        [.. outliers.Select(outlier => outlier with { Claimed = claimed.Contains(outlier.Figure) })];

    /// <summary>Whether a value lies beyond the fence around the others' median, and remarkably so.</summary>
    public static bool IsOutlier(long value, IReadOnlyList<long> others, Ratio limit, out long median)
    {
        var middle = median = Median(others);
        var spread = Median([.. others.Select(other => Math.Abs(other - middle))]);
        return Plausibility.IsRemarkable(median, value, limit) && Int128.Abs((Int128)value - median) > (Int128)Fence * spread;
    }

    /// <summary>The middle of some values; of an even number the lower of the two in the middle.</summary>
    public static long Median(IReadOnlyList<long> values) => values.Order().ElementAt((values.Count - 1) / 2);

    private static List<Outlier> Find(ReportText now, IReadOnlyList<ReportText> others, PolicyPack pack, int year, OutlierAgainst against, int least)
    {
        // A programme without a measure of what is remarkable remarks on nothing.
        if (pack.Parameters.FirstOrDefault(p => p.Name == PackQuestions.RemarkableChange)?.On(ReferenceDays.OfYear(year))?.Value.Ratio is not { } limit)
        {
            return [];
        }

        var found = new List<Outlier>();
        foreach (var figure in pack.Indicators)
        {
            var like = others.Select(other => other.Number(figure.Name)).OfType<long>().ToList();
            if (now.Number(figure.Name) is { } value && like.Count >= least && IsOutlier(value, like, limit, out var median))
            {
                found.Add(new Outlier(figure.Name, against, value, median, like.Count));
            }
        }

        return found;
    }
}
