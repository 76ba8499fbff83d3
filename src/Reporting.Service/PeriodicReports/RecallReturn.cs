using Contracts.Refusals;
using Policies;
using Reporting.Evidence;
using Reporting.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.PeriodicReports;

/// <summary>
/// The county or the city takes its return back: the report stands as it was handed in, so that nobody holds up the year's evaluation by
/// not answering. The county takes back only what itself returned. What the body had written since is kept in the step.
/// </summary>
internal static class RecallReturn
{
    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("/{id:guid}/recall", HandleAsync)
        .RequireRoles(Roles.DistrictReviewer, Roles.CityReviewer)
        .WithSummary("Takes a return back; the report stands as it was handed in");

    /// <summary>Takes it back, or tells why not.</summary>
    public static Refusal? Decide(PeriodicReport report, PolicyPack pack, Caller caller, DateTime now)
    {
        if (ReportDesk.CheckStatus(report, report.Status == ReportStatus.Returned, pack, "报告没有被退回。", "The report is not given back.") is { } refusal)
        {
            return refusal;
        }

        if (!MayTakeBack(report, caller))
        {
            var returned = Returned(report);
            return Refusal.Forbidden(
                pack.ClauseOf(PackQuestions.Report),
                $"报告由{returned.ByName}退回，须由其本人或市级科技部门收回。",
                $"{returned.ByName} gave the report back; that person or the city takes the return back.");
        }

        var handedIn = report.HandedIn()!;
        report.Steps.Add(ReportStep.Of(report, ReportStep.Recalled, null, caller, now));
        (report.Status, report.Text) = (ReportStatus.Submitted, ReportText.Read(handedIn.Content!));
        var then = EvidenceOf.At(report.Evidence, handedIn.At).ToList();
        foreach (var file in report.Evidence.Where(file => then.Contains(file) != file.DetachedAt is null))
        {
            file.DetachedAt = file.DetachedAt is null ? now : null;
        }

        return null;
    }

    /// <summary>The city answers for its own return and for every other, a district for what itself returned.</summary>
    public static bool MayTakeBack(PeriodicReport report, Caller caller) =>
        report.Status == ReportStatus.Returned
        && (caller.Is(Roles.CityReviewer) || (caller.Is(Roles.DistrictReviewer) && caller.Counts(Returned(report).By)));

    private static ReportStep Returned(PeriodicReport report) =>
        report.Steps.Where(step => step.What == ReportStep.Returned).OrderBy(step => step.At).ThenBy(step => step.Id).Last();

    private static async Task<Answer<PeriodicReportDetail>> HandleAsync(
        Guid id, IfMatch seen, ReportDesk desk, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        return (await desk.ChangeAsync(id, seen, caller, (report, pack) => Decide(report, pack, caller, clock.UtcNow), cancellationToken)).ToHttp();
    }
}
