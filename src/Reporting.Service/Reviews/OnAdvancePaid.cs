using Contracts.Funding;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Notifications;

namespace Reporting.Reviews;

/// <summary>A payment makes the year's review due, or adds to it (ZS-05, ZS-06).</summary>
internal sealed class OnAdvancePaid(ReportingDb db, ServedReviews served, WaitingEvents waiting, TellOccasion tell) : IOn<AdvancePaid>
{
    public async Task<Applied> ApplyAsync(AdvancePaid message, CancellationToken cancellationToken)
    {
        if (await db.Institutions.SingleOrDefaultAsync(i => i.Id == message.InstitutionId, cancellationToken) is not { } body)
        {
            return Applied.WaitFor(Institution.WaitingKey(message.InstitutionId));
        }

        if (await db.CountedAdvances.AnyAsync(a => a.AdvanceId == message.AdvanceId, cancellationToken))
        {
            return Applied.Done;
        }

        var review = await DueReviewAsync(message, cancellationToken);
        review.PaidFen += message.AmountFen;
        db.CountedAdvances.Add(new CountedAdvance
        {
            AdvanceId = message.AdvanceId,
            ReviewId = review.Id,
            AmountFen = message.AmountFen,
        });
        await tell.PaidAsync(body, message, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await served.CatchUpAsync(review, cancellationToken);
        await waiting.ApplyAsync(CountedAdvance.WaitingKey(message.AdvanceId), cancellationToken);
        return Applied.Done;
    }

    private async Task<Review> DueReviewAsync(AdvancePaid message, CancellationToken cancellationToken)
    {
        var review = await db.Reviews.SingleOrDefaultAsync(
            r => r.InstitutionId == message.InstitutionId && r.Programme == message.Programme && r.FiscalYear == message.FiscalYear,
            cancellationToken);
        if (review is null)
        {
            review = NewReview(message);
            db.Reviews.Add(review);
        }

        return review;
    }

    /// <summary>The review that a payment makes due.</summary>
    public static Review NewReview(AdvancePaid message) => new()
    {
        Id = Guid.CreateVersion7(),
        InstitutionId = message.InstitutionId,
        Programme = message.Programme,
        FiscalYear = message.FiscalYear,
    };
}
