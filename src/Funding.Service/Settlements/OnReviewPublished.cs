using Contracts.Reporting;
using Funding.Accounts;
using Funding.Data;
using Messaging.Inbox;

namespace Funding.Settlements;

/// <summary>Settles a body's year on its published review; a corrected review settles it again.</summary>
internal sealed class OnReviewPublished(FundingDb db, SettleYear settle) : IOn<ReviewPublished>
{
    public async Task<Applied> ApplyAsync(ReviewPublished message, CancellationToken cancellationToken)
    {
        if (await db.TakeTurnAsync(message.InstitutionId, cancellationToken) is not { } account)
        {
            return Applied.WaitFor(OnInstitutionChanged.SubjectKey(message.InstitutionId));
        }

        await settle.ApplyAsync(
            account,
            message.FiscalYear,
            new ReviewResult(message.ReviewId, message.Version, message.Grade, message.PublishedOn, message.DocumentNumber),
            cancellationToken);
        return Applied.Done;
    }
}
