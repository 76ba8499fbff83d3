using Funding.Accounts;
using Funding.Data;
using Funding.Ledger;
using Funding.Packs;
using Funding.Settlements;
using Microsoft.EntityFrameworkCore;
using Policies.Evaluation;

namespace Funding.Clawbacks;

/// <summary>
/// A body's year, opened to change what is claimed of it: its settlement and both clawbacks. Closing brings the clawbacks to what
/// is claimed now and posts the difference to where the money stood; no posting is ever touched. The caller holds the body's turn.
/// </summary>
internal sealed class YearBooks
{
    private readonly FundingDb db;
    private readonly FundingAccount account;
    private readonly FundedYear year;
    private readonly IReadOnlyDictionary<LedgerAccount, long> before;
    private Clawback? overAdvance;
    private Clawback? unused;

    private YearBooks(FundingDb db, FundingAccount account, FundedYear year, Settlement? settlement, IReadOnlyList<Clawback> clawbacks)
    {
        (this.db, this.account, this.year, Settlement) = (db, account, year, settlement);
        overAdvance = clawbacks.FirstOrDefault(c => c.Cause == ClawbackCause.OverAdvance);
        unused = clawbacks.FirstOrDefault(c => c.Cause == ClawbackCause.Deadline);
        before = Position();
    }

    /// <summary>The year's settlement; null before its review.</summary>
    public Settlement? Settlement { get; set; }

    /// <summary>Opens a year.</summary>
    public static async Task<YearBooks> OpenAsync(FundingDb db, FundingAccount account, int fiscalYear, CancellationToken cancellationToken)
    {
        var settlement = await db.Settlements.SingleOrDefaultAsync(s => s.InstitutionId == account.InstitutionId && s.FiscalYear == fiscalYear, cancellationToken);
        var clawbacks = await db.Clawbacks.Where(c => c.InstitutionId == account.InstitutionId && c.FiscalYear == fiscalYear).ToListAsync(cancellationToken);
        return Open(db, account, fiscalYear, settlement, clawbacks);
    }

    /// <summary>Opens a year whose settlement and clawbacks are read already.</summary>
    public static YearBooks Open(FundingDb db, FundingAccount account, int fiscalYear, Settlement? settlement, IReadOnlyList<Clawback> clawbacks) =>
        new(db, account, account.Year(fiscalYear), settlement, clawbacks);

    /// <summary>Closes it: claims what is to be claimed, each with the sheet that explains it, and posts what has changed.</summary>
    /// <param name="context">What the postings are about.</param>
    /// <param name="overAdvanceSheet">Explains advance less entitled (ZS-07).</param>
    /// <param name="unusedSheet">Explains what was unused (ZS-08); needed where something is claimed as such.</param>
    /// <param name="rules">The pack on the deciding day.</param>
    public void Close(PostingContext context, CalculationSheet? overAdvanceSheet, CalculationSheet? unusedSheet, PaymentRules rules)
    {
        year.BesideFen = year.UnusedFen == 0 ? 0 : year.BesideFen;
        year.OverAdvanceFen = SharedFens.OverAdvance(Settlement?.ClawbackFen ?? 0, year.UnusedFen, year.BesideFen);
        overAdvance = Claim(overAdvance, new Demand(ClawbackCause.OverAdvance, year.OverAdvanceFen, Settlement?.Id, overAdvanceSheet, account, year), rules);
        unused = Claim(unused, new Demand(ClawbackCause.Deadline, year.UnusedFen, null, unusedSheet, account, year), rules);
        db.Post(context, Balances.Difference(before, Position()));
    }

    private Clawback? Claim(Clawback? known, Demand demand, PaymentRules rules)
    {
        var claimed = OpenClawback.Claim(known, demand, rules);
        if (known is null && claimed is not null)
        {
            db.Clawbacks.Add(claimed);
        }

        return claimed;
    }

    private IReadOnlyDictionary<LedgerAccount, long> Position() => YearPosition.Of(
        year.PaidFen,
        Settlement is null ? 0 : Settlement.AdvanceFen - year.OverAdvanceFen - year.UnusedFen,
        (year.OverAdvanceFen, overAdvance?.ReceivedFen ?? 0),
        (year.UnusedFen, unused?.ReceivedFen ?? 0));
}
