using Contracts.Funding;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Notifications;

namespace Reporting.Reviews;

/// <summary>Shows beside a review what its result did to the money (ZS-06, ZS-07).</summary>
internal sealed class OnYearSettled(ReportingDb db, TellOccasion tell) : IOn<YearSettled>
{
    public async Task<Applied> ApplyAsync(YearSettled message, CancellationToken cancellationToken)
    {
        // Funding settles only what this service published, so the review is always known.
        var review = await db.Reviews.Include(r => r.Institution).SingleAsync(r => r.Id == message.ReviewId, cancellationToken);
        if (message.Version > review.SettlementVersion)
        {
            (review.SettlementVersion, review.EntitledFen, review.ClawbackFen) =
                (message.Version, message.EntitledFen, message.ClawbackFen);
            await tell.SettledAsync(review.Institution, message, cancellationToken);
        }

        return Applied.Done;
    }
}
