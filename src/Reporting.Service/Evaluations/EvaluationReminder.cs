using Policies;
using Reporting.Notifications;
using ServiceDefaults.Authentication;

namespace Reporting.Evaluations;

/// <summary>What the bureau is told of a yearly evaluation before and after the day by which it is due. Pure.</summary>
internal static class EvaluationReminder
{
    /// <summary>The occasion that a day stands in; null before the first.</summary>
    public static string? Key(EvaluationTurn turn, DateOnly today) => ReminderDays.StageOn(turn.DueOn, today) is { } stage
        ? $"evaluation-due:{turn.Pack.Programme}:{turn.Scheme.Name}:{turn.Year}:{turn.DueOn:yyyyMMdd}:{stage}"
        : null;

    /// <summary>The reminder.</summary>
    /// <param name="progress">How far the evaluation has come.</param>
    /// <param name="key">Its occasion.</param>
    /// <param name="missing">The register that has no indicator system in force (SD-12); null where nothing is missing.</param>
    /// <param name="today">The day.</param>
    /// <param name="now">The instant.</param>
    public static Notification Notice(TurnProgress progress, string key, Register? missing, DateOnly today, DateTime now)
    {
        var (turn, late) = (progress.Turn, today > progress.Turn.DueOn);
        var days = Math.Abs(turn.DueOn.DayNumber - today.DayNumber);
        var (zh, en) = Standing(progress, missing);
        return new Notification
        {
            Key = key,
            Jurisdiction = turn.Pack.Jurisdiction,
            Roles = [Roles.CityReviewer],
            Topic = NoticeTopic.Deadlines,
            Kind = late ? "evaluation-overdue" : "evaluation-due",
            Zh = $"{turn.Year}年度“{turn.Scheme.Label.Zh}”应于 {turn.DueOn:yyyy-MM-dd} 前（含当日）完成，{(late ? $"已逾期 {days} 天" : $"还有 {days} 天")}：{zh}。",
            En = $"The {turn.Scheme.Label.En} of {turn.Year} {(late ? "was" : "is")} due on {turn.DueOn:yyyy-MM-dd}, {days} day(s) {(late ? "late" : "left")}: {en}.",
            Clause = missing?.Citation.ClauseId ?? turn.Scheme.Citation.ClauseId,
            Link = Link(progress, missing),
            Day = today,
            At = now,
        };
    }

    private static (string Zh, string En) Standing(TurnProgress progress, Register? missing) => progress switch
    {
        _ when missing is not null => (
            $"没有施行中的评价指标体系，不能启动，请先在“{missing.Label.Zh}”登记并印发", $"no indicator system is in force, so it cannot begin; enter and issue one in '{missing.Label.En}' first"),
        { State: TurnState.NotOpened } => ("尚未启动，请列明被评价单位后启动", "not opened; name its bodies and open it"),
        { State: TurnState.Drafted } => ($"轮次已建立，{progress.Bodies} 家待评，请下达组织评价文件", $"its round stands ready with {progress.Bodies} bodies; order it"),
        { Turn.Scheme.Recorded: not null } => ($"已评 {progress.Graded} 家，共 {progress.Bodies} 家", $"{progress.Graded} of {progress.Bodies} are evaluated"),
        _ => (
            $"共 {progress.Bodies} 家，已定等次 {progress.Graded} 家，已公布 {progress.Published} 家",
            $"of {progress.Bodies} bodies {progress.Graded} are graded and {progress.Published} published"),
    };

    private static string Link(TurnProgress progress, Register? missing) => progress switch
    {
        _ when missing is not null => $"/registers/{progress.Turn.Pack.Programme}/{missing.Name}",
        { RoundId: { } round } => $"/evaluation-rounds/{round}",
        { Turn.Scheme.Recorded: not null } => $"/registers/{progress.Turn.Pack.Programme}/{progress.Turn.Scheme.Subjects}",
        _ => "/evaluation-rounds",
    };
}
