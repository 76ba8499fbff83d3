using Reporting.Notifications;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;

namespace Reporting.PeriodicReports;

/// <summary>
/// Who is told of a report's step: district and city of what waits to be read, handed in or recalled; the body of what comes back or was
/// taken (ZS-28). Pure.
/// </summary>
internal static class ReportNotices
{
    /// <summary>The notice of a step.</summary>
    public static Notification Of(PeriodicReport report, ReportStep step, string clause)
    {
        var (zh, en) = ($"“{report.Institution.Name}”{report.Year}年第{report.Round}期报告", $"Report {report.Round} of {report.Year} of '{report.Institution.Name}'");
        return step.What switch
        {
            ReportStep.Submitted => Notice(report, step, clause, $"{zh}已报送，待审阅。", $"{en} is handed in and waits to be read.", Roles.DistrictReviewer, Roles.CityReviewer),
            ReportStep.Returned => Notice(report, step, clause, $"{zh}已退回，请补正：{step.Reason}", $"{en} is given back to be mended: {step.Reason}", Roles.Operator),
            ReportStep.Recalled => Notice(
                report,
                step,
                clause,
                $"{zh}的退回已收回，以退回前报送的内容为准。",
                $"The return of {en} is taken back; it stands as it was handed in.",
                Roles.Operator,
                Roles.DistrictReviewer,
                Roles.CityReviewer),
            _ => Notice(report, step, clause, $"{zh}已接收。", $"{en} is accepted.", Roles.Operator),
        };
    }

    private static Notification Notice(PeriodicReport report, ReportStep step, string clause, string zh, string en, params string[] roles) => Notification.About(
        report.Institution,
        $"report-step:{step.Id:N}",
        $"report-{step.What}",
        step.What == ReportStep.Accepted ? NoticeTopic.Decisions : NoticeTopic.Work,
        zh,
        en,
        clause,
        $"/periodic-reports/{report.Id}",
        BusinessClock.DayOf(step.At),
        step.At,
        roles);
}
