using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.PeriodicReports;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Evidence;

/// <summary>A file behind a figure, for whoever may read the report; one that was not handed in yet for its body alone.</summary>
internal static class ReadEvidence
{
    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapGet("/{id:guid}/evidence/{attachmentId:guid}", HandleAsync)
        .RequireRoles(PeriodicReportRoutes.Readers)
        .WithSummary("A file behind a figure");

    private static async Task<IResult> HandleAsync(
        Guid id, Guid attachmentId, ReportingDb db, AttachmentStore store, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var isWriter = caller.Is(Roles.Operator);
        var mayRead = await db.PeriodicReports.ReadableBy(db, caller).AnyAsync(
            r => r.Id == id && r.Evidence.Any(e => e.AttachmentId == attachmentId
                && (isWriter || r.Steps.Any(s => s.What == ReportStep.Submitted && s.At >= e.AttachedAt && (e.DetachedAt == null || e.DetachedAt > s.At)))),
            cancellationToken);
        return mayRead && await store.FindAsync(attachmentId, cancellationToken) is { } file
            ? store.ToHttp(file)
            : ((Outcome<EvidenceView>)DetachEvidence.NotFound(attachmentId)).ToHttp();
    }
}
