using Funding.Data;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;

namespace Funding.Appropriations;

/// <summary>What became of an appropriation's money.</summary>
/// <param name="PaidFen">What the bank paid and did not return, of payments of every kind.</param>
/// <param name="EntitledFen">What was really due: of bodies by their reviews (ZS-06), of grants what was paid.</param>
/// <param name="RecoveredFen">What came back (P-4: it does not refill the year).</param>
internal sealed record YearSums(long PaidFen, long EntitledFen, long RecoveredFen);

/// <summary>Sums up appropriations: three queries for a page.</summary>
internal static class SumUp
{
    public static async Task<IReadOnlyDictionary<Guid, YearSums>> SumsAsync(
        this FundingDb db, IReadOnlyCollection<Appropriation> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(a => a.Id).ToList();
        var programmes = rows.Select(a => a.Programme).Distinct().ToList();
        var years = rows.Select(a => a.FiscalYear).Distinct().ToList();
        var paid = await db.Payments.Where(p => ids.Contains(p.AppropriationId) && p.Status == PaymentStatus.Paid)
            .GroupBy(p => p.AppropriationId).Select(g => new { g.Key, Fen = g.Sum(p => p.AmountFen) })
            .ToDictionaryAsync(g => g.Key, g => g.Fen, cancellationToken);
        var granted = await db.Grants.Where(p => ids.Contains(p.AppropriationId) && p.Status == PaymentStatus.Paid)
            .GroupBy(p => p.AppropriationId).Select(g => new { g.Key, Fen = g.Sum(p => p.AmountFen) })
            .ToDictionaryAsync(g => g.Key, g => g.Fen, cancellationToken);
        var ofBodies = await db.FundedYears.Where(y => programmes.Contains(y.Programme) && years.Contains(y.FiscalYear))
            .GroupBy(y => new { y.Programme, y.FiscalYear })
            .Select(g => new { g.Key.Programme, g.Key.FiscalYear, Entitled = g.Sum(y => y.EntitledFen), Recovered = g.Sum(y => y.RecoveredFen) })
            .ToDictionaryAsync(g => (g.Programme, g.FiscalYear), cancellationToken);
        return rows.ToDictionary(
            row => row.Id,
            row => new YearSums(
                paid.GetValueOrDefault(row.Id),
                granted.GetValueOrDefault(row.Id) + (ofBodies.GetValueOrDefault((row.Programme, row.FiscalYear))?.Entitled ?? 0),
                ofBodies.GetValueOrDefault((row.Programme, row.FiscalYear))?.Recovered ?? 0));
    }
}
