using Contracts.Refusals;
using Contracts.Reporting;
using Packs;
using Reporting.Data;
using Reporting.Objections;
using Reporting.PeriodicReports;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Evaluations;

/// <summary>The city publishes one graded evaluation (ZS-18); where the pack says so, it is the review of the year's money as well (ZS-06).</summary>
internal static class PublishEvaluation
{
    /// <summary>The publication.</summary>
    /// <param name="DocumentNumber">Number of the publishing document.</param>
    internal sealed record Request(string DocumentNumber);

    public static void Map(IEndpointRouteBuilder evaluations) => evaluations
        .MapPost("/{id:guid}/publish", HandleAsync)
        .RequireRoles(Roles.CityReviewer)
        .WithSummary("Publishes a graded evaluation");

    /// <summary>Whether this evaluation may be published now, and by this person.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="objected">Whether an objection to the published result waits for its decision.</param>
    /// <param name="documentNumber">Number of the publishing document.</param>
    /// <param name="clause">Where the evaluation comes from.</param>
    /// <param name="caller">Who publishes.</param>
    /// <param name="today">The day.</param>
    public static Outcome<EvaluationPublished> Decide(
        Evaluation evaluation, bool objected, string documentNumber, string clause, Caller caller, DateOnly today)
    {
        if (ThirdParty.CheckNumber(documentNumber) is { } wrong)
        {
            return wrong;
        }

        if (evaluation.Status != EvaluationStatus.Graded)
        {
            return Refusal.Conflict(
                "evaluation-not-graded",
                clause,
                $"“{evaluation.Institution.Name}”的评价没有待公布的等次：须由第三方机构提出等次或专家评分汇总后才能公布。",
                $"The evaluation of '{evaluation.Institution.Name}' has no grade to publish: the third party must propose one, or the scores be concluded, first.")
                .With("evaluationId", evaluation.Id).With("status", evaluation.Status);
        }

        if (evaluation.PendingModerationId is not null)
        {
            return Refusal.Conflict(
                "moderation-open",
                clause,
                $"“{evaluation.Institution.Name}”的会议评议尚待另一人复核，复核后才能公布。",
                $"The moderation of '{evaluation.Institution.Name}' waits for another person; it is published after that.").With("evaluationId", evaluation.Id);
        }

        if (objected)
        {
            return Refusal.Conflict(
                "objection-open",
                clause,
                $"“{evaluation.Institution.Name}”对已公布结果的异议尚未处理，处理后才能公布更正。",
                $"The objection of '{evaluation.Institution.Name}' to the published result is not decided; the correction is published after that.")
                .With("evaluationId", evaluation.Id);
        }

        if (evaluation.IsGradedBy(caller))
        {
            return Refusal.Forbidden(
                clause,
                "提出等次、汇总评分或登记评议的人不能公布同一评价，请由另一人公布。",
                "Whoever proposed the grade, concluded the scores or recorded the moderation may not publish it; another person must.").With("evaluationId", evaluation.Id);
        }

        return new EvaluationPublished
        {
            EvaluationId = evaluation.Id,
            Version = evaluation.Publications + 1,
            InstitutionId = evaluation.InstitutionId,
            Programme = evaluation.Programme,
            Year = evaluation.Year,
            Kind = evaluation.KindWord,
            Grade = evaluation.Grade!,
            PublishedOn = today,
            DocumentNumber = documentNumber.Trim(),
            Scheme = evaluation.Scheme.Length == 0 ? null : evaluation.Scheme,
            ScoreHundredths = evaluation.Score,
        };
    }

    private static async Task<Answer<EvaluationView>> HandleAsync(
        Guid id,
        Request request,
        IfMatch seen,
        ReportingDb db,
        PackShelf packs,
        Publication publication,
        BusinessClock clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<EvaluationView>(
            async ct =>
            {
                if (!(await db.Evaluations.FindForEditAsync(id, seen, caller, ct)).Accepted(out var evaluation, out var missing))
                {
                    return missing;
                }

                var pack = await packs.RulingAsync(evaluation.Programme, clock.Today, ct);
                var objected = (await db.UndecidedAsync([id], ct)).Contains(id);
                var decided = Decide(evaluation, objected, request.DocumentNumber, pack.ClauseOf(evaluation), caller, clock.Today);
                if (!decided.Accepted(out var published, out var refusal))
                {
                    return refusal;
                }

                if (await db.CheckReturnedAsync([evaluation], pack.ClauseOf(evaluation), ct) is { } returned)
                {
                    return returned;
                }

                await publication.CarryOutAsync([(evaluation, published)], pack, caller, ct);
                return EvaluationView.Of(evaluation, caller);
            },
            cancellationToken);
        return outcome.ToHttp();
    }
}
