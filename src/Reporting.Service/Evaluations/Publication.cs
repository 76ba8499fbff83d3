using Contracts.Reporting;
using Messaging.Outbox;
using Policies;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Notifications;
using Reporting.Packs;
using Reporting.Reviews;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;

namespace Reporting.Evaluations;

/// <summary>Carries decided publications out: the results, their announcement to Registry and Funding, and the money reviews that they serve as.</summary>
internal sealed class Publication(ReportingDb db, ServedReviews reviews, BusinessClock clock)
{
    /// <summary>Publishes evaluations of one programme.</summary>
    public async Task CarryOutAsync(
        IReadOnlyList<(Evaluation Evaluation, EvaluationPublished Result)> decided, PolicyPack pack, Caller caller, CancellationToken cancellationToken)
    {
        foreach (var (evaluation, result) in decided)
        {
            (evaluation.Status, evaluation.Publications) = (EvaluationStatus.Published, result.Version);
            (evaluation.PublishedGrade, evaluation.PublishedScore, evaluation.PublishedOn) = (result.Grade, evaluation.Score, result.PublishedOn);
            (evaluation.PublicationNumber, evaluation.PublishedBy, evaluation.PublishedByName) = (result.DocumentNumber, caller.Hands(), caller.SignedName());
            db.Add(EvaluationStep.Of(evaluation, EvaluationStep.Published, result.Grade, result.DocumentNumber, caller, clock.UtcNow));
            // A body that was only named here is nobody to Registry and Funding.
            if (evaluation.Institution.Standing != Institution.Named)
            {
                db.Publish($"evaluation:{evaluation.Id:N}", result);
            }
        }

        // ZS-06: the yearly evaluation of a recognised body is the review of that year's money, where the bureau decided so.
        var serving = decided.Select(d => d.Evaluation).Where(e => e.Kind == EvaluationKind.Yearly && pack.EvaluationServes(e.Year)).ToList();
        await reviews.ServeAsync(serving, cancellationToken);
        var now = clock.UtcNow;
        await db.NotifyAsync(
            [.. decided.SelectMany(d => new[] { EvaluationNotices.Of(d.Evaluation, pack, clock.Today, now), ScoringNotices.ToPromote(d.Evaluation, pack, now) }).OfType<Notification>()],
            cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
