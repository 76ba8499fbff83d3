using Contracts.Funding;
using Contracts.Values;
using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Deadlines;
using Funding.Ledger;
using Funding.Packs;
using Funding.Payments;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using ServiceDefaults.Clock;

namespace Funding.Settlements;

/// <summary>A published review of a body's year, as the settlement applies it.</summary>
internal sealed record ReviewResult(Guid ReviewId, long Version, string Grade, DateOnly PublishedOn, string DocumentNumber);

/// <summary>
/// Settles a body's year on its review (ZS-06), and again when the review is corrected or what was paid changes. The ledger gets
/// the difference to what is right; no posting is ever touched. The caller holds the body's turn.
/// </summary>
internal sealed class SettleYear(FundingDb db, PackShelf packs, FollowFacts follow, BusinessClock clock)
{
    /// <summary>Applies a review; a version that is not newer than the applied one changes nothing.</summary>
    public async Task ApplyAsync(FundingAccount account, int fiscalYear, ReviewResult review, CancellationToken cancellationToken)
    {
        var settlement = await db.Settlements
            .SingleOrDefaultAsync(s => s.InstitutionId == account.InstitutionId && s.FiscalYear == fiscalYear, cancellationToken);
        if (settlement is null)
        {
            settlement = Begin(account, fiscalYear, review);
            db.Settlements.Add(settlement);
        }
        else if (settlement.ReviewId != review.ReviewId)
        {
            throw new InvalidOperationException(
                $"Year {fiscalYear} of {account.InstitutionId} is settled on review {settlement.ReviewId}; {review.ReviewId} is another one.");
        }
        else if (settlement.ReviewVersion >= review.Version)
        {
            return;
        }

        await SettleAsync(account, settlement, review, cancellationToken);
        await follow.RunAsync(account, cancellationToken);
    }

    /// <summary>Settles years again whose payments have changed; a year without a review is left alone.</summary>
    public async Task AgainAsync(FundingAccount account, IEnumerable<int> fiscalYears, CancellationToken cancellationToken)
    {
        foreach (var fiscalYear in fiscalYears)
        {
            await AgainAsync(account, fiscalYear, cancellationToken);
        }

        await follow.RunAsync(account, cancellationToken);
    }

    private async Task AgainAsync(FundingAccount account, int fiscalYear, CancellationToken cancellationToken)
    {
        var settlement = await db.Settlements
            .SingleOrDefaultAsync(s => s.InstitutionId == account.InstitutionId && s.FiscalYear == fiscalYear, cancellationToken);
        if (settlement is null || settlement.AdvanceFen == account.Year(fiscalYear).PaidFen)
        {
            return;
        }

        var last = await db.SettlementRevisions.AsNoTracking()
            .SingleAsync(r => r.SettlementId == settlement.Id && r.Revision == settlement.Revision, cancellationToken);
        var review = new ReviewResult(settlement.ReviewId, settlement.ReviewVersion, last.Grade, last.PublishedOn, last.DocumentNumber);
        await SettleAsync(account, settlement, review, cancellationToken);
    }

    private static Settlement Begin(FundingAccount account, int fiscalYear, ReviewResult review) => new()
    {
        Id = Guid.CreateVersion7(),
        Jurisdiction = account.Jurisdiction,
        InstitutionId = account.InstitutionId,
        Programme = account.Programme,
        FiscalYear = fiscalYear,
        ReviewId = review.ReviewId,
        Grade = review.Grade,
    };

    private async Task SettleAsync(FundingAccount account, Settlement settlement, ReviewResult review, CancellationToken cancellationToken)
    {
        var pack = await packs.RulingAsync(account.Programme, review.PublishedOn, cancellationToken);
        var rules = new PaymentRules(pack, clock.Today);
        var advances = await db.Advances
            .Where(a => a.InstitutionId == account.InstitutionId && a.FiscalYear == settlement.FiscalYear && a.Status == PaymentStatus.Paid)
            .OrderBy(a => a.Id)
            .Select(a => a.AmountFen)
            .ToListAsync(cancellationToken);
        if (!YearFigures.Calculate([.. advances.Select(Money.FromFen)], review.Grade, settlement.FiscalYear, rules).Accepted(out var figures, out var refused))
        {
            throw new PolicyException(refused);
        }

        var books = await YearBooks.OpenAsync(db, account, settlement.FiscalYear, cancellationToken);
        var revision = Revise(settlement, review, figures);
        db.SettlementRevisions.Add(revision);
        books.Settlement = settlement;
        account.Year(settlement.FiscalYear).EntitledFen = settlement.EntitledFen;
        books.Close(
            PostingContext.Of(
                PostingKind.YearSettled, revision.Id, account, settlement.FiscalYear, clock.Today, $"review/{review.ReviewId}", review.DocumentNumber),
            figures.Sheet,
            unusedSheet: null,
            rules);
        db.Publish(Streams.Of(account), Settled(settlement));
        await db.SaveChangesAsync(cancellationToken);
    }

    private SettlementRevision Revise(Settlement settlement, ReviewResult review, YearFigures figures)
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
