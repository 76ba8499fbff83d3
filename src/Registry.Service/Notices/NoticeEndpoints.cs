using ServiceDefaults.Authentication;

namespace Registry.Notices;

/// <summary>The addresses of notices and objections; those under <c>/public</c> are everybody's, without login.</summary>
internal static class NoticeEndpoints
{
    private static readonly string[] Bureau = [Roles.CityReviewer, Roles.Leader, Roles.Auditor];

    public static void MapNotices(this RouteGroupBuilder api)
    {
        var notices = api.MapGroup("/notices").WithTags("notices");
        notices.MapPost("", PostNotice.HandleAsync).RequireRoles(Roles.CityReviewer);
        api.MapPost("/case-decisions/{id:guid}/notice", PostCaseNotice.HandleAsync).RequireRoles(Roles.CityReviewer).WithTags("notices");
        notices.MapGet("", ReadNotices.ListAsync).RequireRoles(Bureau);
        notices.MapGet("/{id:guid}", ReadNotices.GetAsync).RequireRoles(Bureau);

        var objections = api.MapGroup("/objections").WithTags("notices");
        objections.MapGet("", ReadObjections.ListAsync).RequireRoles(Bureau);
        objections.MapGet("/{id:guid}", ReadObjections.GetAsync).RequireRoles(Bureau);
        objections.MapPost("/{id:guid}/verify", VerifyObjection.HandleAsync).RequireRoles(Roles.CityReviewer);
        objections.MapPost("/{id:guid}/decide", DecideObjection.HandleAsync).RequireRoles(Roles.CityReviewer);

        var open = api.MapGroup("/public").AllowAnonymous().WithTags("public");
        open.MapGet("/notices", ReadNotices.ListPublicAsync);
        open.MapGet("/notices/{id:guid}", ReadNotices.GetPublicAsync);
        open.MapPost("/notices/{id:guid}/objections", RaiseObjection.HandleAsync);
        open.MapGet("/objections/{receiptNumber}", ReadObjections.GetPublicAsync);
    }
}
