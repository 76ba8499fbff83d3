using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;

namespace Registry.PapersOnFile;

/// <summary>The addresses of papers on file (ZS-24, ZS-27, ZS-31).</summary>
internal static class PaperEndpoints
{
    private static readonly string[] Concerned = [Roles.Operator, Roles.DistrictReviewer, Roles.CityReviewer, Roles.Leader, Roles.Auditor];

    public static void MapPapers(this RouteGroupBuilder api)
    {
        var ofInstitution = api.MapGroup("/institutions/{id:guid}/papers").WithTags("papers");
        ofInstitution.MapGet("", ReadPapers.HandleAsync).RequireRoles(Concerned);
        ofInstitution.MapPost("", FilePaper.HandleAsync).RequireRoles(Roles.Operator);

        var papers = api.MapGroup("/papers").WithTags("papers");
        papers.MapPost("/{id:guid}/end", EndPaper.HandleAsync).RequireRoles(Roles.Operator);
        papers.MapPost("/{id:guid}/attachments", AttachToPaper.HandleAsync).AcceptsAttachment().RequireRoles(Roles.Operator);
        papers.MapGet("/{id:guid}/attachments/{attachmentId:guid}", ReadPapers.FileAsync).RequireRoles(Concerned);
        api.MapGet("/paper-warnings", ListPaperWarnings.HandleAsync).RequireRoles(Concerned).WithTags("papers");
    }
}
