using Contracts.Refusals;
using Messaging.Outbox;
using Policies;
using Reporting.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.PeriodicReports;

/// <summary>The implementing body hands its report in (ZS-28), in time or late: late is shown, never refused.</summary>
internal static class SubmitReport
{
    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("/{id:guid}/submit", HandleAsync)
        .RequireRoles(Roles.Operator)
        .WithSummary("Hands a periodic report in");

    /// <summary>Hands it in, or tells everything that it lacks.</summary>
    public static Refusal? Decide(PeriodicReport report, PolicyPack pack, Caller caller, DateTime now)
    {
        var today = BusinessClock.DayOf(now);
        var refusal = ReportDesk.CheckStatus(report, report.IsOpen, pack, "报告已经提交。", "The report has been handed in already.")
            ?? ReportContent.Refuse(ReportContent.Missing(report.Text, pack, today));
        if (refusal is null)
        {
            (report.Status, report.SubmittedBy) = (ReportStatus.Submitted, caller.Subject);
            report.SubmittedOn ??= today;
            report.Steps.Add(ReportStep.Of(report, ReportStep.Submitted, null, caller, now));
        }

        return refusal;
    }

    private static async Task<Answer<PeriodicReportDetail>> HandleAsync(
        Guid id, IfMatch seen, ReportDesk desk, ReportingDb db, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        return (await desk.RewriteAsync(id, seen, caller, HandIn, cancellationToken)).ToHttp();

        // Whoever was told that it is overdue learns that it came: once, at the first handing in.
        Refusal? HandIn(PeriodicReport report, PolicyPack pack)
        {
            var isFirst = report.SubmittedOn is null;
            var refusal = Decide(report, pack, caller, clock.UtcNow);
            if (refusal is null && isFirst && report.OverdueToldOn is not null)
            {
                db.Publish($"report/{report.Id}", report.TellOverdue());
            }

            return refusal;
        }
    }
}
