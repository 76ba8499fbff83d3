using Contracts.Funding;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Notifications;

namespace Reporting.Reviews;

/// <summary>A returned payment (退汇) is no longer money to review.</summary>
internal sealed class OnPaymentReversed(ReportingDb db, TellOccasion tell) : IOn<PaymentReversed>
{
    public async Task<Applied> ApplyAsync(PaymentReversed message, CancellationToken cancellationToken)
    {
        var counted = await db.CountedAdvances.SingleOrDefaultAsync(a => a.AdvanceId == message.AdvanceId, cancellationToken);
        if (counted is null)
        {
            return Applied.WaitFor(CountedAdvance.WaitingKey(message.AdvanceId));
        }

        if (!counted.Reversed)
        {
            counted.Reversed = true;
            var review = await db.Reviews.Include(r => r.Institution).SingleAsync(r => r.Id == counted.ReviewId, cancellationToken);
            review.PaidFen -= counted.AmountFen;
            await tell.ReversedAsync(review.Institution, message, cancellationToken);
        }

        return Applied.Done;
    }
}
