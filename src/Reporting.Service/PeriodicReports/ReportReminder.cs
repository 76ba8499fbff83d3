using Reporting.Notifications;
using ServiceDefaults.Authentication;

namespace Reporting.PeriodicReports;

/// <summary>What who is told of a report that is due or late. Pure.</summary>
internal static class ReportReminder
{
    /// <summary>What the body's operators are told; null where nothing is to be told.</summary>
    public static Notification? Notice(PeriodicReport report, string clause, DateOnly today, DateTime now)
    {
        if (ReminderDays.StageOn(report.DueOn, today) is not { } stage)
        {
            return null;
        }

        var (days, name) = (Math.Abs(report.DueOn.DayNumber - today.DayNumber), report.Institution.Name);
        return Notification.About(
            report.Institution,
            // An extension begins the reminders anew.
            $"report-due:{report.Id}:{report.DueOn:yyyyMMdd}:{stage}",
            stage < 0 ? "report-due" : "report-overdue",
            NoticeTopic.Deadlines,
            stage < 0
                ? $"“{name}”{report.Year}年第{report.Round}期报告应于 {report.DueOn:yyyy-MM-dd} 前（含当日）报送，还有 {days} 天。"
                : $"“{name}”{report.Year}年第{report.Round}期报告应于 {report.DueOn:yyyy-MM-dd} 前报送，已逾期 {days} 天。",
            stage < 0
                ? $"Report {report.Round} of {report.Year} of '{name}' is due on {report.DueOn:yyyy-MM-dd}: {days} day(s) left."
                : $"Report {report.Round} of {report.Year} of '{name}' was due on {report.DueOn:yyyy-MM-dd}: {days} day(s) late.",
            clause,
            $"/periodic-reports/{report.Id}",
            today,
            now,
            Roles.Operator);
    }

    /// <summary>What the district or, without one, the city is told of all that is late together.</summary>
    public static Notification? Notice(LateReports late, string clause, DateOnly today, DateTime now) => ReminderDays.StageOn(late.DueOn, today) is not (> 0 and var stage)
        ? null
        : new Notification
        {
            Key = $"reports-late:{late.Programme}:{late.Year}:{late.Round}:{late.DueOn:yyyyMMdd}:{stage}:{late.District ?? "city"}",
            Jurisdiction = late.Jurisdiction,
            District = late.District,
            Roles = [late.District is null ? Roles.CityReviewer : Roles.DistrictReviewer],
            Kind = "reports-late",
            Topic = NoticeTopic.Deadlines,
            Zh = $"{late.Year}年第{late.Round}期报告应于 {late.DueOn:yyyy-MM-dd} 前报送，尚有 {late.Count} 家机构未报送。",
            En = $"Report {late.Round} of {late.Year} was due on {late.DueOn:yyyy-MM-dd}; {late.Count} bodies have not handed it in.",
            Clause = clause,
            Link = $"/periodic-reports?programme={late.Programme}&year={late.Year}&round={late.Round}&overdue=true",
            Day = today,
            At = now,
        };
}

/// <summary>How many reports of a span with one last day are late, in a district or, without one, in the city.</summary>
internal sealed record LateReports(string Programme, string Jurisdiction, string? District, int Year, int Round, DateOnly DueOn, int Count);
