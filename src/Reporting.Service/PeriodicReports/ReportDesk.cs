using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.PeriodicReports;

/// <summary>The way in which every step changes a report: found for the caller, in the version that was seen, under the pack of its span.</summary>
internal sealed class ReportDesk(ReportingDb db, PackShelf packs, BusinessClock clock)
{
    /// <summary>Lets <paramref name="decide"/> change the report and record its step; a refusal changes nothing.</summary>
    public Task<Outcome<PeriodicReportDetail>> ChangeAsync(
        Guid id, IfMatch seen, Caller caller, Func<PeriodicReport, PolicyPack, Refusal?> decide, CancellationToken cancellationToken) =>
        db.WriteAsync<Outcome<PeriodicReportDetail>>(
            async ct =>
            {
                var report = await db.PeriodicReports.Include(r => r.Institution).Include(r => r.Steps)
                    .VisibleTo(caller).SingleOrDefaultAsync(r => r.Id == id, ct);
                if (report is null)
                {
                    return NotFound(id);
                }

                // The span's own form: a later version of the pack does not change what is asked about an earlier span.
                var pack = await packs.RulingAsync(report.Programme, report.To, ct);
                if ((seen.Check(report) ?? decide(report, pack)) is { } refusal)
                {
                    return refusal;
                }

                await db.SaveChangesAsync(ct);
                return PeriodicReportDetail.Of(report, caller, clock.Today);
            },
            cancellationToken);

    /// <summary>There is no such report for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("periodic report", id, "定期报告");

    /// <summary>The refusal of a step that does not fit where the report stands; null where it does.</summary>
    public static Refusal? CheckStatus(PeriodicReport report, bool fits, PolicyPack pack, string zh, string en) => fits
        ? null
        : Refusal.Conflict("wrong-status", pack.ClauseOf(PackQuestions.Report), zh, en).With("status", report.Status);
}
