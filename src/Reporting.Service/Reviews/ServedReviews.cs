using Contracts.Refusals;
using Contracts.Registry;
using Contracts.Reporting;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Evaluations;
using Reporting.Institutions;
using Reporting.Packs;
using ServiceDefaults.Clock;

namespace Reporting.Reviews;

/// <summary>
/// The money reviews that a yearly evaluation serves as (ZS-06): published with it, with its grade and under its document, whether the
/// payment is counted before or after. A body under construction has no evaluation, and its review is graded by hand.
/// </summary>
internal sealed class ServedReviews(ReportingDb db, PackShelf packs, BusinessClock clock)
{
    /// <summary>Publishes the reviews that these published evaluations serve as; a corrected evaluation publishes them again.</summary>
    public async Task ServeAsync(IReadOnlyCollection<Evaluation> evaluations, CancellationToken cancellationToken)
    {
        var bodies = evaluations.Select(e => e.InstitutionId).ToList();
        var reviews = await db.Reviews.Where(r => bodies.Contains(r.InstitutionId)).ToListAsync(cancellationToken);
        foreach (var evaluation in evaluations)
        {
            // Where nothing was paid, or all came back unreviewed, there is no money to settle; a later payment brings it here.
            if (reviews.Find(r => IsOf(r, evaluation)) is { } review && (review.PaidFen > 0 || review.Publications > 0))
            {
                Serve(review, evaluation);
            }
        }
    }

    /// <summary>Publishes a review whose evaluation was published before its payment was counted.</summary>
    public async Task CatchUpAsync(Review review, CancellationToken cancellationToken)
    {
        if (review.Publications > 0)
        {
            return;
        }

        var evaluation = await db.Evaluations.SingleOrDefaultAsync(
            e => e.InstitutionId == review.InstitutionId && e.Kind == EvaluationKind.Yearly && e.Year == review.FiscalYear && e.Publications > 0,
            cancellationToken);
        if (evaluation is not null && IsOf(review, evaluation) && await ServesAsync(review, cancellationToken))
        {
            Serve(review, evaluation);
        }
    }

    /// <summary>The refusal of grading by hand what an evaluation serves as; null where people grade it.</summary>
    public async Task<Refusal?> CheckByHandAsync(Review review, CancellationToken cancellationToken)
    {
        if (!await ServesAsync(review, cancellationToken))
        {
            return null;
        }

        var status = await db.Evaluations
            .Where(e => e.InstitutionId == review.InstitutionId && e.Kind == EvaluationKind.Yearly && e.Year == review.FiscalYear)
            .Select(e => (EvaluationStatus?)e.Status)
            .SingleOrDefaultAsync(cancellationToken);
        var served = status is { } known ? known != EvaluationStatus.Closed : await WillBeEvaluatedAsync(review, cancellationToken);
        return served
            ? Refusal.Conflict(
                "review-served-by-evaluation",
                "ZS-06",
                $"该单位{review.FiscalYear}年度的绩效评价作为本项资金考核，公布评价结果时一并公布，不再单独考核。",
                $"The yearly evaluation of {review.FiscalYear} serves as this review; it is published with the evaluation and not graded by hand.")
                .With("year", review.FiscalYear)
            : null;
    }

    private async Task<bool> ServesAsync(Review review, CancellationToken cancellationToken) =>
        (await packs.RulingAsync(review.Programme, clock.Today, cancellationToken)).EvaluationServes(review.FiscalYear);

    private async Task<bool> WillBeEvaluatedAsync(Review review, CancellationToken cancellationToken)
    {
        var told = await db.Set<StandingEntry>().AsNoTracking().Where(s => s.InstitutionId == review.InstitutionId).ToListAsync(cancellationToken);
        return StandingOn.Of(told, EvaluationRound.MembershipDay(review.FiscalYear, clock.Today)) is { } standing && Standings.IsRecognised(standing);
    }

    private static bool IsOf(Review review, Evaluation evaluation) =>
        review.InstitutionId == evaluation.InstitutionId && review.Programme == evaluation.Programme && review.FiscalYear == evaluation.Year;

    private void Serve(Review review, Evaluation evaluation)
    {
        (review.Status, review.EvaluationId, review.Publications) = (ReviewStatus.Published, evaluation.Id, review.Publications + 1);
        (review.Grade, review.GradedBy) = (evaluation.PublishedGrade, evaluation.GradedBy);
        (review.PublishedGrade, review.PublishedOn) = (evaluation.PublishedGrade, evaluation.PublishedOn);
        db.Add(ReviewStep.Served(review, evaluation, clock.UtcNow));
        db.Publish($"review:{review.Id:N}", new ReviewPublished
        {
            ReviewId = review.Id,
            Version = review.Publications,
            InstitutionId = review.InstitutionId,
            Programme = review.Programme,
            FiscalYear = review.FiscalYear,
            Grade = evaluation.PublishedGrade!,
            PublishedOn = evaluation.PublishedOn!.Value,
            DocumentNumber = evaluation.PublicationNumber!,
        });
    }
}
