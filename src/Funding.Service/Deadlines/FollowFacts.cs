using Contracts.Values;
using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Ledger;
using Funding.Packs;
using Funding.Settlements;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Policies.Evaluation;
using ServiceDefaults.Clock;

namespace Funding.Deadlines;

/// <summary>
/// Brings a body's deadline cases to what is known now (ZS-08), after a recognition, a settlement, a bank's answer or verified
/// spending. It only ever takes claims down: what harms is confirmed by a person (P-5). The caller holds the body's turn.
/// </summary>
internal sealed class FollowFacts(FundingDb db, PackShelf packs, BusinessClock clock)
{
    private const string PostedBy = "recognition-deadline";

    /// <summary>Follows for many bodies: only those that have a case cost anything.</summary>
    public async Task RunAsync(IReadOnlyDictionary<Guid, FundingAccount> accounts, CancellationToken cancellationToken)
    {
        var withCases = await db.DeadlineCases.Where(c => accounts.Keys.Contains(c.InstitutionId) && c.Status != DeadlineCaseStatus.Void)
            .Select(c => c.InstitutionId).Distinct().ToListAsync(cancellationToken);
        var withDecisions = accounts.Values.Where(a => a.Years.Exists(y => y.DecidedFen != 0)).Select(a => a.InstitutionId);
        foreach (var institutionId in withCases.Union(withDecisions).Order())
        {
            await RunAsync(accounts[institutionId], cancellationToken);
        }
    }

    /// <summary>Follows.</summary>
    public async Task RunAsync(FundingAccount account, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var cases = await db.DeadlineCases
            .Where(c => c.InstitutionId == account.InstitutionId && c.Status != DeadlineCaseStatus.Void).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        if (cases.Count == 0 && account.Years.TrueForAll(y => y.DecidedFen == 0))
        {
            return;
        }

        var rules = new PaymentRules(await packs.RulingAsync(account.Programme, clock.Today, cancellationToken), clock.Today);
        var aboveEntitled = await db.Settlements.Where(s => s.InstitutionId == account.InstitutionId)
            .ToDictionaryAsync(s => s.FiscalYear, s => s.ClawbackFen, cancellationToken);
        foreach (var year in account.Years)
        {
            year.Held = year.Held.Fit(year.PaidFen, aboveEntitled.GetValueOrDefault(year.FiscalYear));
        }

        foreach (var inTime in cases.Where(c => account.RecognisedOn <= c.Deadline))
        {
            await VoidAsync(inTime, account, rules, cancellationToken);
        }

        await ReduceAsync([.. cases.Where(c => c.Status == DeadlineCaseStatus.Confirmed)], account, aboveEntitled, rules, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var proposed in cases.Where(c => c.Status == DeadlineCaseStatus.Proposed))
        {
            await RefreshAsync(proposed, account, rules, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await db.LowerDecidedClaimsAsync(account, rules, clock.UtcNow, cancellationToken);
    }

    /// <summary>Brings a proposal to today's figures; void where nothing is unused. True where it changed.</summary>
    public async Task<bool> RefreshAsync(DeadlineCase proposed, FundingAccount account, PaymentRules rules, CancellationToken cancellationToken)
    {
        var money = await UnusedMoney.ReadAsync(db, account, proposed.Deadline, proposed.CutOff, rules, cancellationToken);
        var figures = UnusedMoney.Calculate(proposed.AllottedOn, proposed.CutOff, money, rules);
        if (figures.Total.Fen == proposed.AmountFen)
        {
            return false;
        }

        proposed.AmountFen = figures.Total.Fen;
        proposed.Sheet = StoredSheet.Write(figures.Sheet);
        if (figures.Total.Fen == 0)
        {
            (proposed.Status, proposed.VoidCause, proposed.VoidOn) = (DeadlineCaseStatus.Void, VoidCause.NothingUnused, rules.Today);
        }

        return true;
    }

    // A recognition in time that arrives late: everything is compensated; what was received is owed to the body.
    private async Task VoidAsync(DeadlineCase row, FundingAccount account, PaymentRules rules, CancellationToken cancellationToken)
    {
        (row.Status, row.VoidCause, row.VoidOn, row.AmountFen) = (DeadlineCaseStatus.Void, VoidCause.RecognisedInTime, rules.Today, 0);
        var sheet = rules.Pack.Sheet("追缴撤销", "The clawback falls away")
            .Line(
                "已在期限内完成认定，不再追缴未使用资金",
                "Recognised in time: nothing is claimed as unused",
                rules.RecognitionPeriod!.ClauseId,
                Figure.Of(Money.Zero),
                new SheetInput(new Label("最后一日", "Last day"), Figure.Of(row.Deadline)),
                new SheetInput(new Label("认定日期", "Recognised on"), Figure.Of(account.RecognisedOn!.Value)))
            .Build();
        foreach (var (fiscalYear, fen) in account.Years.ConvertAll(y => (y.FiscalYear, y.Held.Of(row.Id))).Where(claim => claim.Item2 > 0))
        {
            await TakeDownAsync([(row, fen)], DeadlineEntryKind.Voided, fiscalYear, account, sheet, rules, cancellationToken);
        }

        // Another case may hold the same year: its books must see a clawback that ZS-07 has just opened here.
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task ReduceAsync(
        List<DeadlineCase> confirmed, FundingAccount account, Dictionary<int, long> aboveEntitled, PaymentRules rules, CancellationToken cancellationToken)
    {
        if (confirmed.Count == 0)
        {
            return;
        }

        var latest = confirmed.MaxBy(c => (c.Deadline, c.Number))!;
        var money = await UnusedMoney.ReadAsync(db, account, latest.Deadline, latest.CutOff, rules, cancellationToken);
        var years = account.Years.ConvertAll(y => ClaimedYear.Of(y, money.FirstOrDefault(m => m.FiscalYear == y.FiscalYear), aboveEntitled.GetValueOrDefault(y.FiscalYear)));
        foreach (var (fiscalYear, fen) in Excess.Of(years))
        {
            var sheet = Excess.Explain(years, rules);
            var parts = account.Year(fiscalYear).Held.FirstUnused(fen).Select(part => (confirmed.Single(c => c.Id == part.CaseId), part.Fen));
            await TakeDownAsync([.. parts], DeadlineEntryKind.Reduced, fiscalYear, account, sheet, rules, cancellationToken);
        }
    }

    private async Task TakeDownAsync(
        List<(DeadlineCase Case, long Fen)> parts,
        DeadlineEntryKind kind,
        int fiscalYear,
        FundingAccount account,
        CalculationSheet sheet,
        PaymentRules rules,
        CancellationToken cancellationToken)
    {
        var books = await YearBooks.OpenAsync(db, account, fiscalYear, clock.UtcNow, cancellationToken);
        var year = account.Year(fiscalYear);
        List<DeadlineEntry> entries = [];
        foreach (var (row, fen) in parts)
        {
            entries.Add(row.Enter(kind, fiscalYear, fen, rules.Today));
            row.AmountFen -= kind == DeadlineEntryKind.Reduced ? fen : 0;
            year.Held = year.Held.Release(ClawbackCause.Deadline, fen, row.Id);
        }

        db.DeadlineEntries.AddRange(entries);
        books.Close(
            PostingContext.Of(PostingKind.UnusedReduced, entries[0].Id, account, fiscalYear, rules.Today, PostedBy, parts[0].Case.DocumentNumber ?? ""),
            await db.SettlementSheetAsync(books.Settlement, cancellationToken),
            sheet,
            rules);
    }
}
