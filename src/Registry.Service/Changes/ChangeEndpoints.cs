using ServiceDefaults.Authentication;

namespace Registry.Changes;

/// <summary>The addresses of major changes.</summary>
internal static class ChangeEndpoints
{
    private static readonly string[] Readers = [Roles.Operator, Roles.DistrictReviewer, Roles.CityReviewer, Roles.Leader, Roles.Auditor];

    public static void MapChanges(this RouteGroupBuilder api)
    {
        api.MapPost("/institutions/{id:guid}/changes", ReportChange.HandleAsync).RequireRoles(Roles.Operator).WithTags("changes");
        var changes = api.MapGroup("/changes").WithTags("changes");
        changes.MapGet("", ReadChanges.ListAsync).RequireRoles(Readers);
        changes.MapGet("/{id:guid}", ReadChanges.GetAsync).RequireRoles(Readers);
        changes.MapPost("/{id:guid}/receive", ReceiveChange.HandleAsync).RequireRoles(Roles.DistrictReviewer, Roles.CityReviewer);
        changes.MapPost("/{id:guid}/examine", ExamineChange.HandleAsync).RequireRoles(Roles.CityReviewer);
    }
}
