using Contracts.Refusals;
using Funding.Accounts;
using Funding.Data;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Funding.Advances;

/// <summary>Advances and their calculation sheets.</summary>
internal static class ReadAdvances
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/advances", ListAsync).RequireRoles(Visibility.BureauAndOperators);
        api.MapGet("/advances/{id:guid}", async (Guid id, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await FindAsync(db, packs, id, clock.Today, http.Caller(), ct)).ToHttp()).RequireRoles(Visibility.BureauAndOperators);
        api.MapGet("/advances/{id:guid}/sheet", SheetAsync).RequireRoles(Visibility.BureauAndOperators);
    }

    private static async Task<Page<AdvanceView>> ListAsync(
        Guid? institution, int? year, Choice<PaymentStatus>? status, Guid? appropriation, string? awaiting, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var only = status?.Value;
        var rows = await db.Advances.AsNoTracking().VisibleTo(db, http.Caller())
            .Where(a => (institution == null || a.InstitutionId == institution)
                && (year == null || a.FiscalYear == year)
                && (only == null || a.Status == only)
                && (appropriation == null || a.AppropriationId == appropriation)
                && (awaiting == null || (a.AwaitedPost == awaiting && a.Status == PaymentStatus.Proposed)))
            .ToPageAsync(page, a => a.Id, ct, newestFirst: true);
        var names = await db.NamesAsync(rows.Items.Select(a => a.InstitutionId), ct);
        return rows.Select(row => AdvanceView.Of(row, names[row.InstitutionId]));
    }

    /// <summary>An advance as the caller may see it; the whole bank account is shown to the two who work with it.</summary>
    public static async Task<Outcome<AdvanceDetail>> FindAsync(FundingDb db, PackShelf packs, Guid id, DateOnly today, Caller caller, CancellationToken ct)
    {
        var row = await db.Advances.AsNoTracking().VisibleTo(db, caller).SingleOrDefaultAsync(a => a.Id == id, ct);
        if (row is null)
        {
            return NotFound(id);
        }

        var account = await db.Accounts.AsNoTracking().Include(a => a.Years).Include(a => a.Absorbed).SingleAsync(a => a.InstitutionId == row.InstitutionId, ct);
        var results = await db.PaymentResults.AsNoTracking().Where(r => r.PaymentId == id).ToListAsync(ct);
        return AdvanceDetail.Of(row, await account.ViewAsync(db, packs, today, ct), results, caller.IsAny(Roles.FinanceMaker, Roles.FinanceApprover));
    }

    private static async Task<Answer<CalculationSheet>> SheetAsync(Guid id, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var row = await db.Advances.VisibleTo(db, http.Caller()).Where(a => a.Id == id).Select(a => new { a.Sheet }).SingleOrDefaultAsync(ct);
        Outcome<CalculationSheet> outcome = row switch
        {
            null => NotFound(id),
            { Sheet: { } sheet } => StoredSheet.Read(sheet),
            _ => Refusal.Conflict("not-decided", "status", "尚未复核，没有计算书。", "It is not approved yet; there is no sheet."),
        };
        return outcome.ToHttp();
    }

    /// <summary>There is no such advance for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("advance", id, "预拨");
}
