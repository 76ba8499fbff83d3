using Policies;
using Reporting.Figures;

namespace Reporting.Targets;

/// <summary>A year that is forecast.</summary>
internal sealed record ForecastPoint(int Year, FigureView Value);

/// <summary>Where a target is heading: the straight line through its recorded years (least squares), carried on to its year.</summary>
/// <param name="Years">The recorded years that it rests on.</param>
/// <param name="Points">What the line says of each year to come, up to the target's.</param>
/// <param name="Reaches">Whether the line reaches the target in its year.</param>
internal sealed record ForecastView(IReadOnlyList<int> Years, IReadOnlyList<ForecastPoint> Points, bool Reaches);

/// <summary>
/// A simple forecast, shown as such: the line of least squares through the figures of whole years. A count, an amount or a share is not
/// forecast below nothing, nor a share above all. Pure.
/// </summary>
internal static class Forecast
{
    private const int LeastYears = 2;

    /// <summary>The forecast; null with fewer than two years, and where the target's own year is recorded.</summary>
    /// <param name="target">The target.</param>
    /// <param name="wanted">What is wanted in its year.</param>
    /// <param name="recorded">The figures of whole years.</param>
    public static ForecastView? Of(Target target, FigureValue? wanted, IReadOnlyDictionary<int, FigureValue> recorded)
    {
        var years = recorded.Keys.Where(year => year <= target.By.Year).Order().ToList();
        if (years.Count < LeastYears || years[^1] == target.By.Year)
        {
            return null;
        }

        var line = Line([.. years.Select(year => (Exact.Of(year - years[0]), recorded[year].Exact))]);
        Exact At(int year) => Bounded(target, line(Exact.Of(year - years[0])));
        return new ForecastView(
            years,
            [.. Enumerable.Range(years[^1] + 1, target.By.Year - years[^1]).Select(year => new ForecastPoint(year, FigureValue.View(target.Value, At(year), Shown(target))))],
            wanted is not null && (target.Strict ? At(target.By.Year) > wanted.Exact : At(target.By.Year) >= wanted.Exact));
    }

    private static Func<Exact, Exact> Line(IReadOnlyList<(Exact X, Exact Y)> points)
    {
        var n = Exact.Of(points.Count);
        var (sumX, sumY) = (Sum(points.Select(p => p.X)), Sum(points.Select(p => p.Y)));
        var slope = ((n * Sum(points.Select(p => p.X * p.Y))) - (sumX * sumY)) / ((n * Sum(points.Select(p => p.X * p.X))) - (sumX * sumX));
        var start = (sumY - (slope * sumX)) / n;
        return x => start + (slope * x);
    }

    private static Exact Bounded(Target target, Exact value)
    {
        if (target.IsGrowth)
        {
            return value;
        }

        var floored = Exact.Max(Exact.Zero, value);
        return target.Value.Ratio is null ? floored : Exact.Min(floored, Exact.Of(100L * FigureValue.Scale));
    }

    private static int Shown(Target target) => target.Value.Ratio is not null ? 2 : target.Decimals;

    private static Exact Sum(IEnumerable<Exact> values) => values.Aggregate(Exact.Zero, (sum, value) => sum + value);
}
