using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Notifications;
using Reporting.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.PeriodicReports;

/// <summary>The way in which every step changes a report: found for the caller, in the version that was seen, under the pack of its span.</summary>
internal sealed class ReportDesk(ReportingDb db, PackShelf packs, ReportReader reader)
{
    /// <summary>Lets <paramref name="decide"/> change the report and record its step; a refusal changes nothing.</summary>
    public Task<Outcome<PeriodicReportDetail>> ChangeAsync(
        Guid id, IfMatch seen, Caller caller, Func<PeriodicReport, PolicyPack, Refusal?> decide, CancellationToken cancellationToken) =>
        ChangeAsync(id, seen, caller, rewrites: false, decide, cancellationToken);

    /// <summary>The same for what changes what the report tells: not of a year whose evaluation is published.</summary>
    public Task<Outcome<PeriodicReportDetail>> RewriteAsync(
        Guid id, IfMatch seen, Caller caller, Func<PeriodicReport, PolicyPack, Refusal?> decide, CancellationToken cancellationToken) =>
        ChangeAsync(id, seen, caller, rewrites: true, decide, cancellationToken);

    /// <summary>There is no such report for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("periodic report", id, "定期报告");

    /// <summary>The refusal of a step that does not fit where the report stands; null where it does.</summary>
    public static Refusal? CheckStatus(PeriodicReport report, bool fits, PolicyPack pack, string zh, string en) => fits
        ? null
        : Refusal.Conflict("wrong-status", pack.ClauseOf(PackQuestions.Report), zh, en).With("status", report.Status);

    /// <summary>The refusal of a change to what the year's published evaluation rests on; null where there is none.</summary>
    public async Task<Refusal?> CheckLockedAsync(PeriodicReport report, PolicyPack pack, CancellationToken cancellationToken) =>
        await reader.IsLockedAsync(report, cancellationToken)
            ? Refusal.Conflict(
                "year-evaluated",
                pack.ClauseOf(PackQuestions.Evaluation),
                $"{report.Year}年度绩效评价已经公布，该年度已报送的报告不能再修改。",
                $"The evaluation of {report.Year} is published; a report of that year which was handed in is not changed any more.").With("year", report.Year)
            : null;

    private Task<Outcome<PeriodicReportDetail>> ChangeAsync(
        Guid id, IfMatch seen, Caller caller, bool rewrites, Func<PeriodicReport, PolicyPack, Refusal?> decide, CancellationToken cancellationToken) =>
        db.WriteAsync<Outcome<PeriodicReportDetail>>(
            async ct =>
            {
                // Held before it is read: a file that is tied to a figure at this moment comes before, or is refused.
                await db.PeriodicReports.Where(r => r.Id == id).KeepAsync(ct);
                var report = await db.PeriodicReports.WithAll().VisibleTo(caller).SingleOrDefaultAsync(r => r.Id == id, ct);
                if (report is null)
                {
                    return NotFound(id);
                }

                // The span's own form: a later version of the pack does not change what is asked about an earlier span.
                var pack = await packs.RulingAsync(report.Programme, report.To, ct);
                if ((rewrites ? await CheckLockedAsync(report, pack, ct) : null) is { } locked)
                {
                    return locked;
                }

                if (seen.Check(report) is { } stale)
                {
                    // Whoever comes second is shown what the other wrote, so that nothing is lost.
                    return stale.With("latest", await reader.DetailAsync(report, pack, caller, ct));
                }

                var before = report.Steps.Count;
                if (decide(report, pack) is { } refusal)
                {
                    return refusal;
                }

                await db.SaveChangesAsync(ct);
                await db.NotifyAsync([.. report.Steps.Skip(before).Select(step => ReportNotices.Of(report, step, pack.ClauseOf(PackQuestions.Report)))], ct);
                return await reader.DetailAsync(report, pack, caller, ct);
            },
            cancellationToken);
}
