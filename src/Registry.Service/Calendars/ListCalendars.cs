namespace Registry.Calendars;

/// <summary>The calendars entered so far, by year.</summary>
internal static class ListCalendars
{
    internal sealed record Answer(IReadOnlyList<CalendarView> Items);

    public static async Task<Answer> HandleAsync(CalendarShelf calendars, CancellationToken cancellationToken)
    {
        var library = await calendars.OpenAsync(cancellationToken);
        return new Answer([.. library.Calendars.Select(CalendarView.Of)]);
    }
}
