using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;

namespace Registry.Applications;

/// <summary>The addresses of applications and their files.</summary>
internal static class ApplicationEndpoints
{
    private static readonly string[] Concerned = [Roles.Operator, Roles.DistrictReviewer, Roles.CityReviewer, Roles.Expert, Roles.Leader, Roles.Auditor];

    public static void MapApplications(this RouteGroupBuilder api)
    {
        var applications = api.MapGroup("/applications").WithTags("applications");
        applications.MapPost("", StartApplication.HandleAsync).RequireRoles(Roles.Operator);
        applications.MapGet("", ListApplications.HandleAsync).RequireRoles(Concerned);
        applications.MapGet("/{id:guid}", GetApplication.HandleAsync).RequireRoles(Concerned);
        applications.MapGet("/{id:guid}/difference", CompareSubmissions.HandleAsync).RequireRoles(Concerned);
        applications.MapPut("/{id:guid}", SaveAnswers.HandleAsync).RequireRoles(Roles.Operator);
        applications.MapPost("/{id:guid}/attachments", AttachFile.HandleAsync).AcceptsAttachment().RequireRoles(Roles.Operator);
        applications.MapDelete("/{id:guid}/attachments/{attachmentId:guid}", DetachFile.HandleAsync).RequireRoles(Roles.Operator);
        api.MapGet("/attachments/{id:guid}", GetFile.HandleAsync).RequireRoles(Concerned).WithTags("applications");
        applications.MapPost("/{id:guid}/submit", SubmitApplication.HandleAsync).RequireRoles(Roles.Operator);
        applications.MapPost("/{id:guid}/withdraw", WithdrawApplication.HandleAsync).RequireRoles(Roles.Operator);
        applications.MapPost("/{id:guid}/return", ReturnApplication.HandleAsync).RequireRoles(Roles.DistrictReviewer);
        applications.MapPost("/{id:guid}/examination/{condition}", AnswerCondition.HandleAsync).RequireRoles(Roles.DistrictReviewer, Roles.CityReviewer);
        applications.MapPost("/{id:guid}/refuse", RefuseApplication.HandleAsync).RequireRoles(Roles.DistrictReviewer, Roles.CityReviewer);
    }
}
