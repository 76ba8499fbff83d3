using Contracts.Reporting;
using Funding.Accounts;
using Funding.Data;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Funding.Settlements;

/// <summary>Keeps a published review until it is settled; the highest version wins. No money moves here (P-5).</summary>
internal sealed class OnReviewPublished(FundingDb db) : IOn<ReviewPublished>
{
    public async Task<Applied> ApplyAsync(ReviewPublished message, CancellationToken cancellationToken)
    {
        // In the body's turn: an approval that goes on at the same moment sees the result or comes before it.
        if (await db.TakeTurnAsync(message.InstitutionId, cancellationToken) is not { } account)
        {
            return Applied.WaitFor(OnInstitutionChanged.SubjectKey(message.InstitutionId));
        }

        var known = await db.PublishedResults
            .SingleOrDefaultAsync(r => r.InstitutionId == message.InstitutionId && r.FiscalYear == message.FiscalYear, cancellationToken);
        if (known is null)
        {
            db.PublishedResults.Add(Keep(message, account));
        }
        else if (known.ReviewId != message.ReviewId)
        {
            throw new InvalidOperationException(
                $"Year {message.FiscalYear} of {account.InstitutionId} has review {known.ReviewId}; {message.ReviewId} is another one.");
        }
        else if (known.ReviewVersion < message.Version)
        {
            known.Correct(message.Version, message.Grade, message.PublishedOn, message.DocumentNumber);
        }

        return Applied.Done;
    }

    private static PublishedResult Keep(ReviewPublished message, FundingAccount account) => new()
    {
        InstitutionId = account.InstitutionId,
        FiscalYear = message.FiscalYear,
        Jurisdiction = account.Jurisdiction,
        Programme = account.Programme,
        ReviewId = message.ReviewId,
        ReviewVersion = message.Version,
        Grade = message.Grade,
        PublishedOn = message.PublishedOn,
        DocumentNumber = message.DocumentNumber,
    };
}
