using System.Text.Json;
using Contracts.Refusals;
using Policies;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.PeriodicReports;

/// <summary>The implementing body writes its report, as far as it has come (ZS-28).</summary>
internal static class SaveReport
{
    /// <summary>The whole draft.</summary>
    /// <param name="Sections">The sections' texts by name.</param>
    /// <param name="Indicators">The indicators' figures by name; amounts in fen.</param>
    /// <param name="Explanations">What is said of remarkable figures, by the figure's name.</param>
    internal sealed record Request(
        IReadOnlyDictionary<string, string> Sections, JsonElement Indicators, IReadOnlyDictionary<string, string>? Explanations = null);

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPut("/{id:guid}", HandleAsync)
        .RequireRoles(Roles.Operator)
        .WithSummary("Saves the draft of a periodic report");

    /// <summary>Writes the draft, or tells why not.</summary>
    public static Refusal? Decide(PeriodicReport report, Request request, PolicyPack pack, Caller caller, DateTime now)
    {
        var text = new ReportText(Given(request.Sections), request.Indicators, request.Explanations is { } said ? Given(said) : report.Text.Explanations);
        var refusal = ReportDesk.CheckStatus(
                report, report.IsOpen, pack, "报告已提交，不能修改；如需修改，请由科技部门退回。", "The report has been handed in and cannot be changed, unless it is returned.")
            ?? ReportContent.Refuse(ReportContent.Written(text, pack, BusinessClock.DayOf(now)));
        if (refusal is null)
        {
            report.Text = text;
            (report.SavedByName, report.SavedAt) = (caller.Name, now);
        }

        return refusal;
    }

    // A text of null is a text that was not given.
    private static Dictionary<string, string> Given(IReadOnlyDictionary<string, string> texts) =>
        texts.Where(text => text.Value is not null).ToDictionary(text => text.Key, text => text.Value, StringComparer.Ordinal);

    private static async Task<Answer<PeriodicReportDetail>> HandleAsync(
        Guid id, Request request, IfMatch seen, ReportDesk desk, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        return (await desk.RewriteAsync(id, seen, caller, (report, pack) => Decide(report, request, pack, caller, clock.UtcNow), cancellationToken)).ToHttp();
    }
}
