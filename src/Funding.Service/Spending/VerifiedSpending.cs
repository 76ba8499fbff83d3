using Funding.Data;
using Microsoft.EntityFrameworkCore;

namespace Funding.Spending;

/// <summary>What a body spent, as two persons have verified it.</summary>
internal static class VerifiedSpending
{
    /// <summary>By fiscal year, of invoices issued until a day.</summary>
    public static Task<Dictionary<int, long>> SpentAsync(this FundingDb db, Guid institutionId, DateOnly until, CancellationToken cancellationToken) =>
        db.SpendingStatements
            .Where(s => s.InstitutionId == institutionId && s.Status == SpendingStatus.Confirmed)
            .Join(db.Vouchers.Where(v => v.Accepted == true && v.IssuedOn <= until), s => s.Id, v => v.StatementId, (s, v) => new { s.FiscalYear, v.AmountFen })
            .GroupBy(v => v.FiscalYear)
            .Select(g => new { g.Key, Fen = g.Sum(v => v.AmountFen) })
            .ToDictionaryAsync(g => g.Key, g => g.Fen, cancellationToken);
}
