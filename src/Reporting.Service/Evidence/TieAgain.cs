using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.PeriodicReports;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Evidence;

/// <summary>The body ties a file again that it had taken away, or that it had attached when a return was taken back.</summary>
internal static class TieAgain
{
    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("/{id:guid}/evidence/{attachmentId:guid}", HandleAsync)
        .RequireRoles(Roles.Operator)
        .WithSummary("Ties a file that was taken away to its figure again");

    private static async Task<Answer<EvidenceView>> HandleAsync(
        Guid id,
        Guid attachmentId,
        ReportingDb db,
        ReportDesk desk,
        PackShelf packs,
        AttachmentStore store,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteAsync<Outcome<EvidenceView>>(
            async ct =>
            {
                await db.PeriodicReports.Where(r => r.Id == id).KeepAsync(ct);
                var report = await db.PeriodicReports.Include(r => r.Evidence).VisibleTo(caller).SingleOrDefaultAsync(r => r.Id == id, ct);
                if (report?.Evidence.Find(e => e.AttachmentId == attachmentId) is not { } evidence || await store.FindAsync(attachmentId, ct) is not { } file)
                {
                    return DetachEvidence.NotFound(attachmentId);
                }

                // It is there already: doing it twice does no harm.
                if (evidence.DetachedAt is not null)
                {
                    var pack = await packs.RulingAsync(report.Programme, report.To, ct);
                    if ((AttachEvidence.Check(report, evidence.Figure, pack, adding: 0) ?? await desk.CheckLockedAsync(report, pack, ct)) is { } closed)
                    {
                        return closed;
                    }

                    evidence.DetachedAt = null;
                }

                return new EvidenceView(evidence.Figure, AttachmentView.Of(file));
            },
            cancellationToken);
        return outcome.ToHttp();
    }
}
