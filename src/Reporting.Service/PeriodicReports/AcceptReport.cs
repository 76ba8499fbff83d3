using Contracts.Refusals;
using Policies;
using Reporting.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.PeriodicReports;

/// <summary>The county or the city takes a report (ZS-28); whoever handed it in does not.</summary>
internal static class AcceptReport
{
    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("/{id:guid}/accept", HandleAsync)
        .RequireRoles(Roles.DistrictReviewer, Roles.CityReviewer)
        .WithSummary("Takes a periodic report");

    /// <summary>Takes it, or tells why not.</summary>
    public static Refusal? Decide(PeriodicReport report, PolicyPack pack, Caller caller, DateTime now)
    {
        var refusal = ReportDesk.CheckStatus(
            report, report.Status == ReportStatus.Submitted, pack, "只有已提交的报告才能接收。", "Only a report that was handed in can be accepted.");
        if (refusal is not null)
        {
            return refusal;
        }

        if (caller.Counts(report.SubmittedBy))
        {
            return Refusal.Forbidden(
                pack.ClauseOf(PackQuestions.Report),
                "提交报告的人不能接收同一报告，请由另一人接收。",
                "Whoever handed the report in may not accept it; another person must.");
        }

        report.Status = ReportStatus.Accepted;
        report.Steps.Add(ReportStep.Of(report, ReportStep.Accepted, null, caller, now));
        return null;
    }

    private static async Task<Answer<PeriodicReportDetail>> HandleAsync(
        Guid id, IfMatch seen, ReportDesk desk, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        return (await desk.ChangeAsync(id, seen, caller, (report, pack) => Decide(report, pack, caller, clock.UtcNow), cancellationToken)).ToHttp();
    }
}
