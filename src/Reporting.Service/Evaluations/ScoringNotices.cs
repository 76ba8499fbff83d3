using Policies;
using Reporting.Notifications;
using Reporting.Objections;
using Reporting.Scoring;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;

namespace Reporting.Evaluations;

/// <summary>What persons are told of an evaluation: the experts that they are to score, the city what waits for another person, the body what became of its objection.</summary>
internal static class ScoringNotices
{
    /// <summary>An expert was appointed; once for the round, and once for each body on which a further opinion is heard.</summary>
    public static Notification ToScore(EvaluationRound round, string subject, Guid? evaluationId, string clause, DateTime now) => new()
    {
        Key = $"evaluation-to-score:{round.Id:N}:{evaluationId ?? Guid.Empty:N}:{subject}",
        Jurisdiction = round.Jurisdiction,
        Subject = subject,
        Kind = "evaluation-to-score",
        Topic = NoticeTopic.Work,
        Zh = $"您受聘为{round.Year}年度“{round.TitleZh}”的评分专家，请评分；有利害关系的请申请回避。",
        En = $"You are appointed to score in the {round.TitleEn} of {round.Year}; recuse yourself where you have a part.",
        Clause = clause,
        Link = "/evaluation-sheets?status=open",
        Day = BusinessClock.DayOf(now),
        At = now,
    };

    /// <summary>EI-09: the best may be held up as an example; null where the pack has no such register, or the grade is another.</summary>
    public static Notification? ToPromote(Evaluation evaluation, PolicyPack pack, DateTime now) =>
        Schemes.Known(pack, evaluation.Scheme).Promotes is { } register && evaluation.PublishedGrade == pack.Grades[0].Key
            ? About(
                evaluation,
                $"evaluation-to-promote:{evaluation.Id:N}:{evaluation.Publications}",
                "evaluation-to-promote",
                NoticeTopic.Work,
                $"“{evaluation.Institution.Name}”{evaluation.Year}年度评价为{pack.Grades[0].Label.Zh}，可列入“{pack.Register(register)!.Label.Zh}”。",
                $"'{evaluation.Institution.Name}' was found {pack.Grades[0].Label.En} in {evaluation.Year}; it may be entered among the {pack.Register(register)!.Label.En}.",
                pack.ClauseOf(evaluation),
                now,
                Roles.CityReviewer)
            : null;

    /// <summary>A moderation waits for another person.</summary>
    public static Notification ToConfirm(Evaluation evaluation, Moderation moderation, string clause, DateTime now) => About(
        evaluation,
        $"moderation-to-confirm:{moderation.Id:N}",
        "moderation-to-confirm",
        NoticeTopic.Confirmations,
        $"“{evaluation.Institution.Name}”的会议评议（{moderation.DocumentNumber}）等待另一人复核。",
        $"The moderation of '{evaluation.Institution.Name}' ({moderation.DocumentNumber}) waits for another person.",
        clause,
        now,
        Roles.CityReviewer);

    /// <summary>The body objected.</summary>
    public static Notification Objected(Evaluation evaluation, EvaluationObjection objection, string clause, DateTime now) => About(
        evaluation,
        $"evaluation-objection:{objection.Id:N}",
        "evaluation-objection",
        NoticeTopic.Work,
        $"“{evaluation.Institution.Name}”对{evaluation.Year}年度评价结果提出异议，请处理。",
        $"'{evaluation.Institution.Name}' objects to its result of {evaluation.Year}.",
        clause,
        now,
        Roles.CityReviewer);

    /// <summary>The objection was decided: told to the body.</summary>
    public static Notification Decided(Evaluation evaluation, EvaluationObjection objection, string clause, DateTime now)
    {
        var upheld = objection.Status == ObjectionStatus.Upheld;
        return About(
            evaluation,
            $"evaluation-objection-decided:{objection.Id:N}",
            "evaluation-objection-decided",
            NoticeTopic.Decisions,
            $"对{evaluation.Year}年度评价结果的异议已处理：{(upheld ? "成立，将公布更正" : "不成立")}（{objection.DocumentNumber}）。",
            $"The objection to the result of {evaluation.Year} was {(upheld ? "upheld; a correction will be published" : "turned down")} ({objection.DocumentNumber}).",
            clause,
            now);
    }

    private static Notification About(
        Evaluation evaluation, string key, string kind, NoticeTopic topic, string zh, string en, string clause, DateTime now, params IReadOnlyList<string> roles) =>
        Notification.About(evaluation.Institution, key, kind, topic, zh, en, clause, $"/evaluations/{evaluation.Id}", BusinessClock.DayOf(now), now, roles);
}
