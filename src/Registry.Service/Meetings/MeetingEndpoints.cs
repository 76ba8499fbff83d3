using ServiceDefaults.Authentication;

namespace Registry.Meetings;

/// <summary>The addresses of the leading group's meetings and resolutions (SD-03).</summary>
internal static class MeetingEndpoints
{
    private static readonly string[] Readers = [Roles.DistrictReviewer, Roles.CityReviewer, Roles.Leader, Roles.Auditor];

    public static void MapMeetings(this RouteGroupBuilder api)
    {
        var meetings = api.MapGroup("/meetings").WithTags("meetings");
        meetings.MapPost("", RecordMeeting.HandleAsync).RequireRoles(Roles.CityReviewer);
        meetings.MapGet("", ReadMeetings.ListAsync).RequireRoles(Readers);
        meetings.MapGet("/seats", ReadMeetings.SeatsAsync).RequireRoles(Readers);
        meetings.MapGet("/{id:guid}", ReadMeetings.GetAsync).RequireRoles(Readers);
        meetings.MapPost("/{id:guid}/motions", MoveMotion.HandleAsync).RequireRoles(Roles.CityReviewer);
        meetings.MapDelete("/{id:guid}/motions/{motionId:guid}", TakeOffMotion.HandleAsync).RequireRoles(Roles.CityReviewer);
        meetings.MapPost("/{id:guid}/confirm", ConfirmMinutes.HandleAsync).RequireRoles(Roles.Leader);
        api.MapGet("/resolutions", ReadMeetings.ResolutionsAsync).RequireRoles(Readers).WithTags("meetings");
    }
}
