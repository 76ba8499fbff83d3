using Contracts.Funding;
using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Deadlines;
using Funding.Ledger;
using Funding.Packs;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using ServiceDefaults.Clock;

namespace Funding.Settlements;

/// <summary>
/// Settles a body's year on its review (ZS-06), and again when the review is corrected or what was paid changes. The ledger gets
/// the difference to what is right; no posting is ever touched. The caller holds the body's turn.
/// </summary>
internal sealed class SettleYear(FundingDb db, PackShelf packs, FollowFacts follow, BusinessClock clock)
{
    /// <summary>Settles bodies' years again whose payments have changed; a year that was never settled is left alone.</summary>
    public async Task AgainAsync(IReadOnlyDictionary<Guid, FundingAccount> accounts, IReadOnlyCollection<int> fiscalYears, CancellationToken cancellationToken)
    {
        foreach (var year in await db.YearsToSettleAsync([.. accounts.Values], fiscalYears, cancellationToken))
        {
            if (year.Settlement is { } settlement && settlement.AdvanceFen != year.Account.Year(year.FiscalYear).PaidFen)
            {
                await AgainAsync(year, settlement, cancellationToken);
            }
        }

        await follow.RunAsync(accounts, cancellationToken);
    }

    /// <summary>Settles a year on a review: a revision, its postings and the event.</summary>
    /// <param name="year">The year as it stands.</param>
    /// <param name="review">The review.</param>
    /// <param name="figures">What it comes to.</param>
    /// <param name="rules">The pack on the day of the review's publication.</param>
    /// <param name="run">The run that two persons decided; null where a bank's answer changed what was paid.</param>
    public void Settle(YearToSettle year, ReviewResult review, YearFigures figures, PaymentRules rules, SettlementRun? run)
    {
        var (account, fiscalYear) = (year.Account, year.FiscalYear);
        var books = YearBooks.Open(db, account, fiscalYear, clock.UtcNow, year.Settlement, year.Clawbacks);
        var settlement = year.Settlement ?? Begin(year, review);
        var revision = Revise(settlement, review, figures, run);
        db.SettlementRevisions.Add(revision);
        books.Settlement = settlement;
        account.Year(fiscalYear).EntitledFen = settlement.EntitledFen;
        books.Close(
            PostingContext.Of(
                PostingKind.YearSettled,
                revision.Id,
                account,
                fiscalYear,
                clock.Today,
                run?.Committed?.Subject ?? $"review/{review.ReviewId}",
                review.DocumentNumber),
            figures.Sheet,
            unusedSheet: null,
            rules);
        db.Publish(Streams.Of(account), Settled(settlement));
    }

    private async Task AgainAsync(YearToSettle year, Settlement settlement, CancellationToken cancellationToken)
    {
        var last = await db.SettlementRevisions.AsNoTracking()
            .SingleAsync(r => r.SettlementId == settlement.Id && r.Revision == settlement.Revision, cancellationToken);
        var review = new ReviewResult(settlement.ReviewId, settlement.ReviewVersion, last.Grade, last.PublishedOn, last.DocumentNumber);
        var rules = new PaymentRules(await packs.RulingAsync(settlement.Programme, review.PublishedOn, cancellationToken), clock.Today);
        if (!year.Figures(review.Grade, rules).Accepted(out var figures, out var refused))
        {
            throw new PolicyException(refused);
        }

        Settle(year, review, figures, rules, run: null);
        await db.SaveChangesAsync(cancellationToken);
    }

    private Settlement Begin(YearToSettle year, ReviewResult review)
    {
        var settlement = new Settlement
        {
            Id = Guid.CreateVersion7(),
            Jurisdiction = year.Account.Jurisdiction,
            InstitutionId = year.Account.InstitutionId,
            Programme = year.Account.Programme,
            FiscalYear = year.FiscalYear,
            ReviewId = review.ReviewId,
            Grade = review.Grade,
        };
        db.Settlements.Add(settlement);
        return settlement;
    }

    private SettlementRevision Revise(Settlement settlement, ReviewResult review, YearFigures figures, SettlementRun? run)
    {
        settlement.Revision++;
        settlement.ReviewVersion = review.Version;
        settlement.Grade = review.Grade;
        settlement.AdvanceFen = figures.Advance.Fen;
        settlement.EntitledFen = figures.Entitled.Fen;
        settlement.ClawbackFen = figures.Clawback.Fen;
        return new SettlementRevision
        {
            Id = Guid.CreateVersion7(),
            SettlementId = settlement.Id,
            Revision = settlement.Revision,
            SettlementRunId = run?.Id,
            ReviewVersion = review.Version,
            Grade = review.Grade,
            PublishedOn = review.PublishedOn,
            DocumentNumber = review.DocumentNumber,
            SettledOn = clock.Today,
            AdvanceFen = figures.Advance.Fen,
            EntitledFen = figures.Entitled.Fen,
            ClawbackFen = figures.Clawback.Fen,
            Sheet = StoredSheet.Write(figures.Sheet),
        };
    }

    private static YearSettled Settled(Settlement settlement) => new()
    {
        SettlementId = settlement.Id,
        Version = settlement.Revision,
        ReviewId = settlement.ReviewId,
        InstitutionId = settlement.InstitutionId,
        Programme = settlement.Programme,
        FiscalYear = settlement.FiscalYear,
        AdvanceFen = settlement.AdvanceFen,
        EntitledFen = settlement.EntitledFen,
        ClawbackFen = settlement.ClawbackFen,
    };
}
