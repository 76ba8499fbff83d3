using Policies;
using Reporting.Evaluations;
using ServiceDefaults.Authentication;

namespace Reporting.Notifications;

/// <summary>Tells a body and its bureau what its evaluation came to (ZS-18). Pure.</summary>
internal static class EvaluationNotices
{
    /// <summary>The notice of a published result; a correction is told again.</summary>
    public static Notification Of(Evaluation evaluation, PolicyPack pack, DateOnly today, DateTime now)
    {
        var grade = pack.Grade(evaluation.PublishedGrade!)?.Label;
        var corrected = evaluation.Publications > 1;
        return Notification.About(
            evaluation.Institution,
            $"evaluation-published:{evaluation.Id:N}:{evaluation.Publications}",
            "evaluation-published",
            NoticeTopic.Decisions,
            $"“{evaluation.Institution.Name}”{evaluation.Year}年度绩效评价结果已{(corrected ? "更正" : "公布")}：{grade?.Zh ?? evaluation.PublishedGrade}（{evaluation.PublicationNumber}）。",
            $"The evaluation of '{evaluation.Institution.Name}' for {evaluation.Year} was {(corrected ? "corrected" : "published")}: {grade?.En ?? evaluation.PublishedGrade} ({evaluation.PublicationNumber}).",
            pack.ClauseOf(evaluation),
            $"/evaluations/{evaluation.Id}",
            today,
            now,
            Roles.Operator,
            Roles.DistrictReviewer,
            Roles.CityReviewer,
            Roles.Leader);
    }
}
