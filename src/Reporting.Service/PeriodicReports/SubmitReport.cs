using System.Text.Json;
using Contracts.Refusals;
using Policies;
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
        var sections = JsonSerializer.Deserialize<Dictionary<string, string>>(report.Sections, StrictJson.Options)!;
        var refusal = ReportDesk.CheckStatus(report, report.IsOpen, pack, "报告已经提交。", "The report has been handed in already.")
            ?? ReportContent.Refuse(ReportContent.Missing(sections, JsonElement.Parse(report.Indicators), pack, today));
        if (refusal is null)
        {
            (report.Status, report.SubmittedBy) = (ReportStatus.Submitted, caller.Subject);
            report.SubmittedOn ??= today;
            report.Steps.Add(ReportStep.Of(report, ReportStep.Submitted, null, caller, now));
        }

        return refusal;
    }

    private static async Task<Answer<PeriodicReportDetail>> HandleAsync(
        Guid id, IfMatch seen, ReportDesk desk, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        return (await desk.ChangeAsync(id, seen, caller, (report, pack) => Decide(report, pack, caller, clock.UtcNow), cancellationToken)).ToHttp();
    }
}
