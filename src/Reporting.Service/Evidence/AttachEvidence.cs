using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Packs;
using Reporting.PeriodicReports;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Evidence;

/// <summary>The body ties a file to a figure of its report, while it writes.</summary>
internal static class AttachEvidence
{
    private const int MostFilesOfAFigure = 10;

    /// <summary>With those that were taken away and are kept.</summary>
    private const int MostFiles = 100;

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("/{id:guid}/evidence", async (
            Guid id, string figure, ReportingDb db, ReportDesk desk, PackShelf packs, AttachmentStore store, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await AttachAsync(id, figure, db, desk, packs, store, clock, http, ct)).ToCreated(made => $"/api/reporting/periodic-reports/{id}/evidence/{made.File.Id}"))
        .RequireRoles(Roles.Operator).AcceptsAttachment()
        .WithSummary("Ties a file to a figure of a report");

    /// <summary>What stands against one more file behind a figure; null where nothing does. One that is tied again adds none to the report.</summary>
    public static Refusal? Check(PeriodicReport report, string figure, PolicyPack pack, int adding = 1)
    {
        if (pack.Indicators.All(indicator => indicator.Name != figure))
        {
            return Refusal.BadInput("figure", figure, $"报告没有“{figure}”这一数据。", $"The report has no figure '{figure}'.");
        }

        if (ReportDesk.CheckStatus(report, report.IsOpen, pack, "报告已提交，不能增减证明材料。", "The report has been handed in; its evidence is not changed any more.") is { } closed)
        {
            return closed;
        }

        return report.Evidence.Count + adding > MostFiles || EvidenceOf.Now(report.Evidence).Count(e => e.Figure == figure) >= MostFilesOfAFigure
            ? Refusal.Conflict(
                "too-many-files",
                pack.ClauseOf(PackQuestions.Monitoring),
                $"每项数据最多 {MostFilesOfAFigure} 个文件，每份报告最多 {MostFiles} 个。",
                $"A figure takes at most {MostFilesOfAFigure} files and a report {MostFiles}.")
            : null;
    }

    private static async Task<Outcome<EvidenceView>> AttachAsync(
        Guid id,
        string figure,
        ReportingDb db,
        ReportDesk desk,
        PackShelf packs,
        AttachmentStore store,
        BusinessClock clock,
        HttpContext http,
        CancellationToken ct)
    {
        var caller = http.Caller();
        if (!(await FindAsync(db, desk, packs, id, figure, caller, ct)).Accepted(out _, out var refused))
        {
            return refused;
        }

        // Received outside the write, so that a slow sender holds no transaction.
        if (!(await store.SaveAsync(http, ct)).Accepted(out var attachment, out var untaken))
        {
            return untaken;
        }

        var outcome = await db.WriteAsync<Outcome<EvidenceView>>(
            async inner =>
            {
                // A report that is handed in at this moment comes before, or with this file.
                await db.PeriodicReports.Where(r => r.Id == id).KeepAsync(inner);
                if (!(await FindAsync(db, desk, packs, id, figure, caller, inner)).Accepted(out var report, out var closed))
                {
                    return closed;
                }

                db.Add(new ReportEvidence
                {
                    ReportId = report.Id, AttachmentId = attachment.Id, Figure = figure, AttachedBySubject = caller.Subject, AttachedAt = clock.UtcNow,
                });
                return new EvidenceView(figure, AttachmentView.Of(attachment));
            },
            ct);
        if (!outcome.Accepted(out _, out _))
        {
            await store.DeleteAsync([attachment.Id], ct);
        }

        return outcome;
    }

    private static async Task<Outcome<PeriodicReport>> FindAsync(
        ReportingDb db, ReportDesk desk, PackShelf packs, Guid id, string figure, Caller caller, CancellationToken ct)
    {
        var report = await db.PeriodicReports.AsNoTracking().Include(r => r.Evidence).VisibleTo(caller).SingleOrDefaultAsync(r => r.Id == id, ct);
        if (report is null)
        {
            return ReportDesk.NotFound(id);
        }

        var pack = await packs.RulingAsync(report.Programme, report.To, ct);
        return (Check(report, figure, pack) ?? await desk.CheckLockedAsync(report, pack, ct)) is { } refused ? refused : report;
    }
}
