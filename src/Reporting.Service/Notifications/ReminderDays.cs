namespace Reporting.Notifications;

/// <summary>
/// The days on which persons are reminded of a last day: a report's, a duty's, a milestone's. They are a service to whoever is reminded;
/// no deadline hangs on them, so that no document needs to name them. Pure.
/// </summary>
internal static class ReminderDays
{
    private static readonly int[] Days = [30, 14, 7, 1];

    /// <summary>How long after the last day a reminder is still looked for.</summary>
    public const int MostDaysLate = 60;

    /// <summary>The last days of which somebody may have to be reminded on a day, both included.</summary>
    public static (DateOnly First, DateOnly Last) Around(DateOnly today) => (today.AddDays(-MostDaysLate), today.AddDays(Days.Max()));

    /// <summary>
    /// The occasion that a day stands in: −30 from the thirtieth day before the last day on, … −1, then 1 from the first day after it,
    /// … 30. One that was slept over is made up for by the next, never by several at once. Null before the first, and long after the last.
    /// </summary>
    public static int? StageOn(DateOnly dueOn, DateOnly today)
    {
        var left = dueOn.DayNumber - today.DayNumber;
        return left >= 0 ? Days.Where(day => left <= day).Select(day => (int?)-day).Max()
            : -left > MostDaysLate ? null
            : Days.Where(day => -left >= day).Select(day => (int?)day).Max();
    }
}
