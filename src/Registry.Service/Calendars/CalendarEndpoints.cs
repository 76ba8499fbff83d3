using ServiceDefaults.Authentication;

namespace Registry.Calendars;

/// <summary>The addresses of working-day calendars.</summary>
internal static class CalendarEndpoints
{
    public static void MapCalendars(this RouteGroupBuilder api)
    {
        var calendars = api.MapGroup("/calendars").WithTags("calendars").RequireAuthorization();
        calendars.MapGet("", ListCalendars.HandleAsync);
        calendars.MapPost("", EnterCalendar.HandleAsync).RequireRoles(Roles.Admin);
    }
}
