using Contracts.Funding;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;

namespace Reporting.Reviews;

/// <summary>Shows beside a review what its result did to the money (ZS-06, ZS-07).</summary>
internal sealed class OnYearSettled(ReportingDb db) : IOn<YearSettled>
{
    public async Task<Applied> ApplyAsync(YearSettled message, CancellationToken cancellationToken)
    {
        // Funding settles only what this service published, so the review is always known.
        var review = await db.Reviews.SingleAsync(r => r.Id == message.ReviewId, cancellationToken);
        if (message.Version > review.SettlementVersion)
        {
            (review.SettlementVersion, review.EntitledFen, review.ClawbackFen) =
                (message.Version, message.EntitledFen, message.ClawbackFen);
        }

        return Applied.Done;
    }
}
