using System.Numerics;

namespace Reporting.Targets;

/// <summary>The growth of several years. Pure, exact.</summary>
internal static class Growth
{
    private const long Whole = 100L * FigureValue.Scale;

    /// <summary>
    /// The mean growth of years (年均增长): that which, compounded over as many years, comes to what they came to; cut off after four decimals
    /// of a percent, so that it reaches a figure of as many decimals exactly where the years do. Null of no years.
    /// </summary>
    public static FigureValue? Mean(IReadOnlyCollection<FigureValue> years)
    {
        if (years.Count == 0)
        {
            return null;
        }

        var product = years.Aggregate(BigInteger.One, (soFar, year) => soFar * (Whole + year.Units));
        var (low, high) = (BigInteger.Zero, new BigInteger(years.Max(year => Whole + year.Units)));
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = BigInteger.Pow(middle, years.Count) <= product ? (middle, high) : (low, middle - 1);
        }

        return new FigureValue((long)low - Whole);
    }
}
