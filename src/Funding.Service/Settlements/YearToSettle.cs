using Contracts.Values;
using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;

namespace Funding.Settlements;

/// <summary>A body's year as its settlement finds it.</summary>
internal sealed record YearToSettle(FundingAccount Account, int FiscalYear, Settlement? Settlement, IReadOnlyList<Clawback> Clawbacks, IReadOnlyList<Money> Paid)
{
    /// <summary>What the settlement would claim under ZS-07.</summary>
    public long Claims(YearFigures figures) =>
        Year is { } year ? SharedFens.OverAdvance(figures.Clawback.Fen, year.HeldFen, year.HeldFen == 0 ? 0 : year.BesideFen) : figures.Clawback.Fen;

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
                .Select(a => new { a.InstitutionId, a.FiscalYear, a.AmountFen })
                .ToListAsync(cancellationToken))
            .ToLookup(a => (a.InstitutionId, a.FiscalYear), a => Money.FromFen(a.AmountFen));
        return
        [
            .. from account in accounts
               from fiscalYear in fiscalYears
               let key = (account.InstitutionId, fiscalYear)
               select new YearToSettle(account, fiscalYear, settlements.GetValueOrDefault(key), [.. clawbacks[key]], [.. paid[key]]),
        ];
    }
}
