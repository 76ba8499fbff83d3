using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Targets;

/// <summary>Who recorded a figure adds what proves it. The figure itself stays as it is.</summary>
internal static class AttachToFigure
{
    private const int MostFiles = 10;

    public static void Map(IEndpointRouteBuilder figures) => figures
        .MapPost("/{id:guid}/attachments", HandleAsync)
        .RequireRoles(Roles.CityReviewer)
        .AcceptsAttachment()
        .WithSummary("Adds a file that proves a figure");

    private static async Task<CreatedAnswer<AttachmentView>> HandleAsync(
        Guid id, HttpContext http, ReportingDb db, AttachmentStore store, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var own = db.TargetFigures.Where(f => f.Id == id && f.Jurisdiction == caller.Jurisdiction && f.BySubject == caller.Subject);
        if (!await own.AnyAsync(cancellationToken))
        {
            return ((Outcome<AttachmentView>)Refusal.NotFound("target figure", id, "目标数据")).ToCreated(_ => "");
        }

        if (await CheckRoomAsync(db, id, cancellationToken) is { } full)
        {
            return ((Outcome<AttachmentView>)full).ToCreated(_ => "");
        }

        // Received outside the write, so that a slow sender holds no transaction.
        if (!(await store.SaveAsync(http, cancellationToken)).Accepted(out var attachment, out var untaken))
        {
            return ((Outcome<AttachmentView>)untaken).ToCreated(_ => "");
        }

        var outcome = await db.WriteAsync<Outcome<AttachmentView>>(
            async ct =>
            {
                if (await CheckRoomAsync(db, id, ct) is { } filled)
                {
                    return filled;
                }

                db.Add(new TargetFigureFile { AttachmentId = attachment.Id, FigureId = id });
                return AttachmentView.Of(attachment);
            },
            cancellationToken);
        if (!outcome.Accepted(out _, out _))
        {
            // What is tied to nothing is not kept.
            await store.DeleteAsync([attachment.Id], cancellationToken);
        }

        return outcome.ToCreated(view => $"/api/reporting/target-figures/{id}/attachments/{view.Id}");
    }

    private static async Task<Refusal?> CheckRoomAsync(ReportingDb db, Guid id, CancellationToken cancellationToken) =>
        await db.TargetFigureFiles.CountAsync(f => f.FigureId == id, cancellationToken) < MostFiles
            ? null
            : Refusal.BadInput("files", MostFiles, $"每项数据最多 {MostFiles} 个附件。", $"A figure has at most {MostFiles} files.");
}
