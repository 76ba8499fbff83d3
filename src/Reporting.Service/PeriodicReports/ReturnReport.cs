using Contracts.Refusals;
using Policies;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.PeriodicReports;

/// <summary>
/// The county or the city gives a report back to be mended, with the reason (ZS-28); the city also one that was accepted, as long as the
/// evaluation of its year is not published.
/// </summary>
internal static class ReturnReport
{
    private const int LongestReason = 2000;

    private const int MostFields = 100;

    /// <summary>Why.</summary>
    /// <param name="Reason">The reason for the whole.</param>
    /// <param name="Fields">The reasons for single sections and figures.</param>
    internal sealed record Request(string Reason, IReadOnlyList<FieldReason>? Fields = null);

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("/{id:guid}/return", HandleAsync)
        .RequireRoles(Roles.DistrictReviewer, Roles.CityReviewer)
        .WithSummary("Gives a periodic report back with a reason");

    /// <summary>Gives it back, or tells why not.</summary>
    public static Refusal? Decide(PeriodicReport report, Request request, PolicyPack pack, Caller caller, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > LongestReason)
        {
            return Refusal.BadInput(
                "reason", request.Reason, $"请填写退回理由，不超过{LongestReason}字。", $"Give the reason, in at most {LongestReason} characters.");
        }

        if (CheckFields(request.Fields ?? [], pack) is { } wrong)
        {
            return wrong;
        }

        var open = report.Status == ReportStatus.Submitted || (report.Status == ReportStatus.Accepted && caller.Is(Roles.CityReviewer));
        if (ReportDesk.CheckStatus(
            report, open, pack, "只有已提交的报告才能退回；已接收的报告由市级科技部门退回。", "Only a report that was handed in can be returned; one that was accepted is returned by the city.") is { } refusal)
        {
            return refusal;
        }

        report.Status = ReportStatus.Returned;
        report.Steps.Add(ReportStep.Of(report, ReportStep.Returned, request.Reason.Trim(), caller, now, request.Fields));
        return null;
    }

    private static Refusal? CheckFields(IReadOnlyList<FieldReason> fields, PolicyPack pack)
    {
        if (fields.Count > MostFields || fields.Any(field => string.IsNullOrWhiteSpace(field.Reason) || field.Reason.Length > LongestReason))
        {
            return Refusal.BadInput(
                "fields", fields.Count, $"逐项理由不超过{MostFields}项，每项1至{LongestReason}字。", $"At most {MostFields} reasons, of 1 to {LongestReason} characters each.");
        }

        var unknown = fields.FirstOrDefault(field => pack.Sections.All(s => s.Name != field.Field) && pack.Indicators.All(i => i.Name != field.Field));
        return unknown is null
            ? null
            : Refusal.BadInput("fields", unknown.Field, $"报告没有“{unknown.Field}”这一项。", $"The report has no section or figure '{unknown.Field}'.");
    }

    private static async Task<Answer<PeriodicReportDetail>> HandleAsync(
        Guid id, Request request, IfMatch seen, ReportDesk desk, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        return (await desk.RewriteAsync(id, seen, caller, (report, pack) => Decide(report, request, pack, caller, clock.UtcNow), cancellationToken)).ToHttp();
    }
}
