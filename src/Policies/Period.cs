using System.Globalization;

namespace Policies;

/// <summary>
/// A period of years and months (P-2). From day D: D is not counted, the same day so much later is the last day, or the month's
/// last day where there is no such day. A deadline is kept on that day; a ban's first free day is the next.
/// </summary>
public readonly record struct Period
{
    private const int MaxMonths = 1200;

    private Period(int months) => TotalMonths = months;

    /// <summary>Its length in months.</summary>
    public int TotalMonths { get; }

    /// <summary>A period of whole years.</summary>
    public static Period OfYears(int years) => OfMonths(checked(years * 12));

    /// <summary>A period of whole months.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not between one month and a hundred years.</exception>
    public static Period OfMonths(int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(months);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(months, MaxMonths);
        return new Period(months);
    }

    /// <summary>Reads <c>2 years</c>, <c>1 year</c>, <c>3 months</c>.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        var parts = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is 0 or > MaxMonths)
        {
            return false;
        }

        var months = parts[1] switch { "year" or "years" => number * 12, "month" or "months" => number, _ => 0 };
        period = new Period(months);
        return months is > 0 and <= MaxMonths;
    }

    /// <summary>The last day of this period from <paramref name="start"/>: what is done on it is done in time.</summary>
    public DateOnly LastDay(DateOnly start) => start.AddMonths(TotalMonths);

    /// <summary>The latest start whose period is over on a day, its last day before that day.</summary>
    public DateOnly LatestStartOver(DateOnly day)
    {
        // Months differ in length: from the same day so many months ago it is never more than a few days back.
        var start = day.AddMonths(-TotalMonths);
        while (LastDay(start) >= day)
        {
            start = start.AddDays(-1);
        }

        return start;
    }

    /// <summary>The first day after this period: the first free day after a ban.</summary>
    public DateOnly FirstDayAfter(DateOnly start) => LastDay(start).AddDays(1);

    /// <summary>The last day of a period of years and months from <paramref name="start"/>.</summary>
    public static DateOnly LastDay(DateOnly start, int years, int months = 0) => OfMonths(checked((years * 12) + months)).LastDay(start);

    /// <summary>In the form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() =>
        TotalMonths % 12 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{TotalMonths / 12} {(TotalMonths == 12 ? "year" : "years")}")
            : string.Create(CultureInfo.InvariantCulture, $"{TotalMonths} {(TotalMonths == 1 ? "month" : "months")}");

    /// <summary>For people.</summary>
    public Label ToLabel() =>
        new(TotalMonths % 12 == 0 ? $"{TotalMonths / 12}年" : $"{TotalMonths}个月", ToString());
}
