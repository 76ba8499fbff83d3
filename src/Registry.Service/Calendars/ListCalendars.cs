namespace Registry.Calendars;

/// <summary>The calendars entered so far, by year.</summary>
internal static class ListCalendars
{
    internal sealed record CalendarList(IReadOnlyList<CalendarView> Items);

    public static async Task<CalendarList> HandleAsync(CalendarShelf calendars, CancellationToken cancellationToken)
    {
        var library = await calendars.OpenAsync(cancellationToken);
        return new CalendarList([.. library.Calendars.Select(CalendarView.Of)]);
    }
}
