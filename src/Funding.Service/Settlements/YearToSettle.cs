using Contracts.Refusals;
using Contracts.Values;
using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Packs;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;

namespace Funding.Settlements;

/// <summary>A body's year as its settlement finds it.</summary>
/// <param name="Account">The body.</param>
/// <param name="FiscalYear">The year.</param>
/// <param name="Settlement">The settlement that stands; null before the first.</param>
/// <param name="Clawbacks">The year's clawbacks.</param>
/// <param name="Advances">Paid before the review and not returned.</param>
/// <param name="TopUps">Paid on top of it by decision.</param>
internal sealed record YearToSettle(
    FundingAccount Account,
    int FiscalYear,
    Settlement? Settlement,
    IReadOnlyList<Clawback> Clawbacks,
    IReadOnlyList<Money> Advances,
    IReadOnlyList<Money> TopUps)
{
    /// <summary>Paid and not returned.</summary>
    public long PaidFen => Advances.Sum(paid => paid.Fen) + TopUps.Sum(paid => paid.Fen);

    /// <summary>What it comes to under a grade.</summary>
    public Outcome<YearFigures> Figures(string grade, PaymentRules rules) => YearFigures.Calculate(Advances, TopUps, grade, FiscalYear, rules);

    /// <summary>What the settlement would claim under ZS-07.</summary>
    public long Claims(YearFigures figures) => (Year?.Held ?? HeldFens.None).OverAdvance(figures.Clawback.Fen);

    /// <summary>What is claimed under ZS-07 now.</summary>
    public long ClaimedFen => Year?.OverAdvanceFen ?? 0;

    private FundedYear? Year => Account.Years.Find(y => y.FiscalYear == FiscalYear);
}

/// <summary>Reads the years of many bodies: a few statements, whatever their number.</summary>
internal static class YearsToSettle
{
    public static async Task<IReadOnlyList<YearToSettle>> YearsToSettleAsync(
        this FundingDb db, IReadOnlyCollection<FundingAccount> accounts, IReadOnlyCollection<int> fiscalYears, CancellationToken cancellationToken)
    {
        var ids = accounts.Select(a => a.InstitutionId).ToList();
        var settlements = await db.Settlements.Where(s => ids.Contains(s.InstitutionId) && fiscalYears.Contains(s.FiscalYear))
            .ToDictionaryAsync(s => (s.InstitutionId, s.FiscalYear), cancellationToken);
        var clawbacks = (await db.Clawbacks.Where(c => ids.Contains(c.InstitutionId) && fiscalYears.Contains(c.FiscalYear)).ToListAsync(cancellationToken))
            .ToLookup(c => (c.InstitutionId, c.FiscalYear));
        var paid = (await db.Advances
                .Where(a => ids.Contains(a.InstitutionId) && fiscalYears.Contains(a.FiscalYear) && a.Status == PaymentStatus.Paid)
                .OrderBy(a => a.Id)
                .Select(a => new { a.InstitutionId, a.FiscalYear, a.AmountFen, IsTopUp = a.TopUpNumber != null })
                .ToListAsync(cancellationToken))
            .ToLookup(a => (a.InstitutionId, a.FiscalYear, a.IsTopUp), a => Money.FromFen(a.AmountFen));
        return
        [
            .. from account in accounts
               from fiscalYear in fiscalYears
               let id = account.InstitutionId
               select new YearToSettle(
                   account,
                   fiscalYear,
                   settlements.GetValueOrDefault((id, fiscalYear)),
                   [.. clawbacks[(id, fiscalYear)]],
                   [.. paid[(id, fiscalYear, false)]],
                   [.. paid[(id, fiscalYear, true)]]),
        ];
    }
}
