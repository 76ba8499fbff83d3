using System.Collections.Immutable;
using Contracts.Refusals;

namespace Policies.Calendars;

/// <summary>The published calendars by year. Fails closed (P-3): a year without one is refused, never "every weekday". Safe for parallel use.</summary>
public sealed class CalendarLibrary
{
    private ImmutableDictionary<int, WorkingDayCalendar> years;

    /// <summary>A library of these calendars.</summary>
    public CalendarLibrary(params IEnumerable<WorkingDayCalendar> calendars) =>
        years = calendars.ToImmutableDictionary(c => c.Year, c => c);

    /// <summary>The calendars, by year.</summary>
    public IEnumerable<WorkingDayCalendar> Calendars => Volatile.Read(ref years).Values.OrderBy(c => c.Year);

    /// <summary>Reads every calendar of a folder.</summary>
    /// <exception cref="PolicyException">A file does not load.</exception>
    public static CalendarLibrary FromFolder(string folder) =>
        new(Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(CalendarLoader.LoadFile));

    /// <summary>
    /// Adds a calendar. The same content again changes nothing; a published one takes the place of a test one; anything else
    /// for a year that has one is refused.
    /// </summary>
    public Outcome<WorkingDayCalendar> Add(WorkingDayCalendar calendar)
    {
        var known = ImmutableInterlocked.AddOrUpdate(ref years, calendar.Year, calendar, (_, old) => old.IsTest && !calendar.IsTest ? calendar : old);
        return known.Hash == calendar.Hash
            ? known
            : Refusal.Conflict("calendar-exists", "P-3", $"{calendar.Year}年的工作日历已经公布（{known.Name.Zh}），不能更换。", $"The calendar of {calendar.Year} is published already ({known.Name.En}) and cannot be replaced.")
                .With("year", calendar.Year).With("hash", known.Hash);
    }

    /// <summary>The calendar of a year.</summary>
    public Outcome<WorkingDayCalendar> Of(int year) =>
        Volatile.Read(ref years).TryGetValue(year, out var calendar) ? calendar : Missing(year);

    /// <summary>Whether a day is a working day.</summary>
    public Outcome<bool> IsWorkingDay(DateOnly day) =>
        Of(day.Year).Accepted(out var calendar, out var refusal) ? calendar.IsWorkingDay(day) : refusal;

    /// <summary>
    /// The last day of a period of working days. It starts the day after <paramref name="start"/>; every year it touches,
    /// that of <paramref name="start"/> included, needs its calendar.
    /// </summary>
    /// <param name="start">The day that sets the period off; not counted.</param>
    /// <param name="count">At least one working day.</param>
    public Outcome<DateOnly> AddWorkingDays(DateOnly start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (!Of(start.Year).Accepted(out _, out var refusal))
        {
            return refusal;
        }

        var day = start;
        for (var counted = 0; counted < count;)
        {
            day = day.AddDays(1);
            if (!IsWorkingDay(day).Accepted(out var working, out refusal))
            {
                return refusal;
            }

            counted += working ? 1 : 0;
        }

        return day;
    }

    private static Refusal Missing(int year) =>
        Refusal.Conflict("calendar-missing", "P-3",
            $"{year}年的工作日历尚未录入：请系统管理员先录入国务院办公厅关于{year}年节假日安排的通知，方可计算工作日。",
            $"There is no working-day calendar for {year}: an administrator enters the State Council's notice on the holidays of {year} before working days can be counted.")
            .With("year", year);
}
