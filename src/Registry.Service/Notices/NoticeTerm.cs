using Contracts.Refusals;
using Policies.Calendars;

namespace Registry.Notices;

/// <summary>The working days of a notice, counted day by day (P-3).</summary>
/// <param name="WorkingDays">They begin the day after the posting; the last one is the notice's last day.</param>
/// <param name="ByTestCalendar">Whether one of the calendars is a test.</param>
internal sealed record NoticeTerm(IReadOnlyList<DateOnly> WorkingDays, bool ByTestCalendar)
{
    public DateOnly LastDay => WorkingDays[^1];

    /// <summary>The term of a notice posted on a day; refused where a year that it reaches has no calendar.</summary>
    public static Outcome<NoticeTerm> Of(CalendarLibrary calendars, DateOnly postedOn, int count)
    {
        if (!calendars.AddWorkingDays(postedOn, count).Accepted(out var lastDay, out var missing))
        {
            return missing;
        }

        var days = Enumerable.Range(postedOn.DayNumber + 1, lastDay.DayNumber - postedOn.DayNumber)
            .Select(DateOnly.FromDayNumber)
            .Where(day => calendars.IsWorkingDay(day).Accepted(out var working, out _) && working);
        return new NoticeTerm([.. days], calendars.Calendars.Any(calendar => calendar.IsTest && calendar.Year >= postedOn.Year && calendar.Year <= lastDay.Year));
    }
}
