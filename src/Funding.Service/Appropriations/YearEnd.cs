using Contracts.Refusals;
using Funding.Data;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;

namespace Funding.Appropriations;

/// <summary>
/// The year-end report of an appropriation: opened + supplemented − reduced + carried in − carried out − lapsed = amount,
/// and amount − committed = left. Before the close it shows what stands against it; after it what runs on.
/// </summary>
/// <param name="Appropriation">The appropriation as it is.</param>
/// <param name="SupplementedFen">Added (追加).</param>
/// <param name="ReducedFen">Taken away (追减).</param>
/// <param name="CarriedInFen">Taken over from earlier years (结转转入).</param>
/// <param name="CarriedOutFen">Carried into later years (结转转出).</param>
/// <param name="LapsedFen">Lapsed with the close (注销).</param>
/// <param name="UnderWay">Payments approved or exported and not answered: they stand against the close.</param>
/// <param name="UnderWayFen">Their sum.</param>
/// <param name="Proposed">Payments proposed and not approved: after the year they cannot be.</param>
/// <param name="UnsettledBodies">Bodies that were paid and are not settled (ZS-06); their settlement runs on after the close.</param>
/// <param name="UnsettledFen">What they were paid.</param>
internal sealed record YearEnd(
    AppropriationView Appropriation,
    long SupplementedFen,
    long ReducedFen,
    long CarriedInFen,
    long CarriedOutFen,
    long LapsedFen,
    int UnderWay,
    long UnderWayFen,
    int Proposed,
    int UnsettledBodies,
    long UnsettledFen)
{
    /// <summary>The report of an appropriation that the caller may see.</summary>
    public static async Task<Outcome<YearEnd>> ReadAsync(FundingDb db, Guid id, Caller caller, CancellationToken ct)
    {
        var row = await db.Appropriations.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Jurisdiction == caller.Jurisdiction, ct);
        if (row is null)
        {
            return ReadAppropriations.NotFound(id);
        }

        var changes = await db.AppropriationChanges.AsNoTracking()
            .Where(c => (c.AppropriationId == id || c.IntoId == id) && c.Status == AppropriationChangeStatus.Approved)
            .GroupBy(c => new { c.Kind, In = c.IntoId == id })
            .Select(g => new { g.Key.Kind, g.Key.In, Fen = g.Sum(c => c.AmountFen) }).ToListAsync(ct);
        var payments = await db.Payments.Where(p => p.AppropriationId == id)
            .GroupBy(p => p.Status).Select(g => new { g.Key, Count = g.Count(), Fen = g.Sum(p => p.AmountFen) }).ToListAsync(ct);
        var underWay = payments.Where(p => p.Key is PaymentStatus.Approved or PaymentStatus.Exported).ToList();
        var unsettled = await db.FundedYears
            .Where(y => y.Programme == row.Programme && y.FiscalYear == row.FiscalYear && y.PaidFen > 0
                && !db.Settlements.Any(s => s.InstitutionId == y.InstitutionId && s.FiscalYear == y.FiscalYear))
            .GroupBy(y => y.FiscalYear).Select(g => new { Count = g.Count(), Fen = g.Sum(y => y.PaidFen) }).SingleOrDefaultAsync(ct);
        return new YearEnd(
            AppropriationView.Of(row, (await db.SumsAsync([row], ct))[id]),
            Sum(AppropriationChangeKind.Supplement),
            Sum(AppropriationChangeKind.Reduction),
            Sum(AppropriationChangeKind.CarryOver, into: true),
            Sum(AppropriationChangeKind.CarryOver),
            Sum(AppropriationChangeKind.Close),
            underWay.Sum(p => p.Count),
            underWay.Sum(p => p.Fen),
            payments.Where(p => p.Key == PaymentStatus.Proposed).Sum(p => p.Count),
            unsettled?.Count ?? 0,
            unsettled?.Fen ?? 0);

        long Sum(AppropriationChangeKind kind, bool into = false) => changes.Where(c => c.Kind == kind && c.In == into).Sum(c => c.Fen);
    }
}
