namespace Policies.Calendars;

/// <summary>The State Council notice that a calendar was taken from.</summary>
/// <param name="Number">Its number: <c>国办发明电〔2024〕12号</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Date">Its date.</param>
public sealed record CalendarNotice(string Number, string Title, DateOnly Date);

/// <summary>Days off in a row.</summary>
/// <param name="Label">The festival.</param>
/// <param name="From">The first day off.</param>
/// <param name="To">The last day off.</param>
public sealed record Holiday(Label Label, DateOnly From, DateOnly To);

/// <summary>The working days of one year as the State Council published them (P-3).</summary>
public sealed class WorkingDayCalendar
{
    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>The notice; null only for a test calendar.</summary>
    public required CalendarNotice? Notice { get; init; }

    /// <summary>Whether it is made up, to try the platform in a year without a notice.</summary>
    public required bool IsTest { get; init; }

    /// <summary>The holidays, in order.</summary>
    public required IReadOnlyList<Holiday> Holidays { get; init; }

    /// <summary>The make-up workdays (调休), in order.</summary>
    public required IReadOnlyList<DateOnly> MakeUpDays { get; init; }

    /// <summary>SHA-256 of the content in UTF-8, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The YAML text.</summary>
    public required string Content { get; init; }

    /// <summary>Its name for people: the notice, or that it is a test.</summary>
    public Label Name => Notice is null
        ? new Label($"{Year}年测试日历（非国务院办公厅公布）", $"test calendar for {Year}, not published by the State Council")
        : new Label($"{Notice.Number}《{Notice.Title}》", $"State Council notice {Notice.Number} of {Notice.Date:yyyy-MM-dd}");

    /// <summary>Whether a day of this year is a working day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is of another year.</exception>
    public bool IsWorkingDay(DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(day.Year, Year, nameof(day));
        return MakeUpDays.Contains(day)
            || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Any(h => h.From <= day && day <= h.To));
    }
}
