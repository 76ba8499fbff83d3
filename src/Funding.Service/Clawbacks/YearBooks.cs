using Funding.Accounts;
using Funding.Data;
using Funding.Ledger;
using Funding.Packs;
using Funding.Settlements;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Policies.Evaluation;

namespace Funding.Clawbacks;

/// <summary>
/// A body's year, opened to change what is claimed of it: its settlement and its clawbacks. Closing brings the clawbacks to what
/// is claimed now and posts the difference to where the money stood; no posting is ever touched. The caller holds the body's turn.
/// </summary>
internal sealed class YearBooks
{
    private readonly FundingDb db;
    private readonly FundingAccount account;
    private readonly FundedYear year;
    private readonly DateTime at;
    private readonly IReadOnlyDictionary<LedgerAccount, long> before;
    private readonly Dictionary<ClawbackCause, Clawback> clawbacks;

    private YearBooks(FundingDb db, FundingAccount account, FundedYear year, DateTime at, Settlement? settlement, IReadOnlyList<Clawback> clawbacks)
    {
        (this.db, this.account, this.year, this.at, Settlement) = (db, account, year, at, settlement);
        this.clawbacks = clawbacks.ToDictionary(c => c.Cause);
        before = Position();
    }

    /// <summary>The year's settlement; null before its review.</summary>
    public Settlement? Settlement { get; set; }

    /// <summary>Advance less entitled: what ZS-07 asks for; nothing before the review.</summary>
    public long AboveEntitledFen => Settlement?.ClawbackFen ?? 0;

    /// <summary>Opens a year at an instant of the business clock, which what is owed from then on is held from.</summary>
    public static async Task<YearBooks> OpenAsync(FundingDb db, FundingAccount account, int fiscalYear, DateTime at, CancellationToken cancellationToken)
    {
        var settlement = await db.Settlements.SingleOrDefaultAsync(s => s.InstitutionId == account.InstitutionId && s.FiscalYear == fiscalYear, cancellationToken);
        var cases = await db.Clawbacks.Where(c => c.InstitutionId == account.InstitutionId && c.FiscalYear == fiscalYear).ToListAsync(cancellationToken);
        return Open(db, account, fiscalYear, at, settlement, cases);
    }

    /// <summary>Opens a year whose settlement and clawbacks are read already.</summary>
    public static YearBooks Open(
        FundingDb db, FundingAccount account, int fiscalYear, DateTime at, Settlement? settlement, IReadOnlyList<Clawback> clawbacks) =>
        new(db, account, account.Year(fiscalYear), at, settlement, clawbacks);

    /// <summary>The case of a cause; null where nothing was ever claimed for it.</summary>
    public Clawback? Case(ClawbackCause cause) => clawbacks.GetValueOrDefault(cause);

    /// <summary>Closes it: claims what is to be claimed, each with the sheet that explains it, and posts what has changed.</summary>
    /// <param name="context">What the postings are about.</param>
    /// <param name="overAdvanceSheet">Explains advance less entitled (ZS-07).</param>
    /// <param name="unusedSheet">Explains what was unused (ZS-08); needed where something is claimed as such.</param>
    /// <param name="rules">The pack on the deciding day.</param>
    /// <param name="decidedSheet">Explains what a decision claims, or claims no more.</param>
    public void Close(
        PostingContext context, CalculationSheet? overAdvanceSheet, CalculationSheet? unusedSheet, PaymentRules rules, CalculationSheet? decidedSheet = null)
    {
        year.Held = year.Held.Fit(year.PaidFen, AboveEntitledFen);
        year.OverAdvanceFen = year.Held.OverAdvance(AboveEntitledFen);
        Claim(ClawbackCause.OverAdvance, year.OverAdvanceFen, overAdvanceSheet, rules);
        Claim(ClawbackCause.Deadline, year.UnusedFen, unusedSheet, rules);
        Claim(ClawbackCause.Revocation, year.RevocationFen, decidedSheet, rules);
        Claim(ClawbackCause.Fraud, year.FraudFen, decidedSheet, rules);
        db.Post(context, Balances.Difference(before, Position()));
    }

    private void Claim(ClawbackCause cause, long claimedFen, CalculationSheet? sheet, PaymentRules rules)
    {
        var settlementId = cause == ClawbackCause.OverAdvance ? Settlement?.Id : null;
        var known = Case(cause);
        var wasOpen = known?.Status == ClawbackStatus.Open;
        var claimedBefore = known?.ClaimedFen ?? 0;
        var claimed = OpenClawback.Claim(known, new Demand(cause, claimedFen, settlementId, sheet, account, year), rules);
        if (known is null && claimed is not null)
        {
            db.Clawbacks.Add(clawbacks[cause] = claimed);
        }

        if (claimed is not null)
        {
            HoldMoney.ForClawback(db, account, claimed, wasOpen, rules, at);
        }

        // What a settlement claims is told with it.
        if (claimed is not null && claimed.ClaimedFen > claimedBefore && cause.Word() is { } word)
        {
            db.Publish(Streams.Of(account), claimed.Announce(word));
        }
    }

    // Before the clawbacks are opened or corrected the year's row says what is claimed.
    private IReadOnlyDictionary<LedgerAccount, long> Position() => YearPosition.Of(
        year.PaidFen,
        Settlement?.AdvanceFen,
        [.. Enum.GetValues<ClawbackCause>().Select(cause => Case(cause)?.Figures is { } figures
            ? figures with { ClaimedFen = year.ClaimedFor(cause) }
            : new ClaimFigures(cause, year.ClaimedFor(cause)))]);
}
