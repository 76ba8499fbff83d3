using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.PeriodicReports;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Evidence;

/// <summary>The body takes a file away again, while it writes.</summary>
internal static class DetachEvidence
{
    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapDelete("/{id:guid}/evidence/{attachmentId:guid}", HandleAsync)
        .RequireRoles(Roles.Operator)
        .WithSummary("Takes a file away from a figure");

    /// <summary>There is no such file for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("file", id, "证明材料");

    private static async Task<Answer<EvidenceView>> HandleAsync(
        Guid id,
        Guid attachmentId,
        ReportingDb db,
        ReportDesk desk,
        PackShelf packs,
        AttachmentStore store,
        BusinessClock clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteAsync<Outcome<EvidenceView>>(
            async ct =>
            {
                await db.PeriodicReports.Where(r => r.Id == id).KeepAsync(ct);
                var report = await db.PeriodicReports.Include(r => r.Evidence).Include(r => r.Steps).VisibleTo(caller).SingleOrDefaultAsync(r => r.Id == id, ct);
                if (report?.Evidence.Find(e => e.AttachmentId == attachmentId && e.DetachedAt is null) is not { } evidence || await store.FindAsync(attachmentId, ct) is not { } file)
                {
                    return NotFound(attachmentId);
                }

                var pack = await packs.RulingAsync(report.Programme, report.To, ct);
                if ((ReportDesk.CheckStatus(report, report.IsOpen, pack, "报告已提交，不能增减证明材料。", "The report has been handed in; its evidence is not changed any more.")
                    ?? await desk.CheckLockedAsync(report, pack, ct)) is { } closed)
                {
                    return closed;
                }

                if (report.HandedIn()?.At >= evidence.AttachedAt)
                {
                    // What was handed in was judged by it.
                    evidence.DetachedAt = clock.UtcNow;
                }
                else
                {
                    db.Remove(evidence);
                    await db.SaveChangesAsync(ct);
                    await store.DeleteAsync([attachmentId], ct);
                }

                return new EvidenceView(evidence.Figure, AttachmentView.Of(file));
            },
            cancellationToken);
        return outcome.ToHttp();
    }
}
