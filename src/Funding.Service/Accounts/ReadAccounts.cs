using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Funding.Accounts;

/// <summary>Funding accounts: years used, deadline, standing, holds.</summary>
internal static class ReadAccounts
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/accounts", ListAsync).RequireRoles(Visibility.BureauAndOperators);
        api.MapGet("/accounts/{institutionId:guid}", async (
            Guid institutionId, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await FindAsync(institutionId, db, packs, clock, http.Caller(), ct)).ToHttp()).RequireRoles(Visibility.BureauAndOperators);
    }

    /// <summary>An account as the caller may see it.</summary>
    public static async Task<Outcome<AccountDetail>> FindAsync(
        Guid institutionId, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        var row = await db.Accounts.AsNoTracking().Include(a => a.Years).VisibleTo(caller).SingleOrDefaultAsync(a => a.InstitutionId == institutionId, ct);
        if (row is null)
        {
            return NotFound(institutionId);
        }

        var holds = await db.Holds.AsNoTracking().Where(h => h.InstitutionId == institutionId).OrderBy(h => h.Id).ToListAsync(ct);
        var ruling = await packs.RulingAsync([row.Programme], clock.Today, ct);
        return new AccountDetail(AccountView.Of(row, ruling.GetValueOrDefault(row.Programme), clock.Today), [.. holds.Select(HoldView.Of)]);
    }

    /// <summary>There is no such account for the caller.</summary>
    public static Refusal NotFound(Guid institutionId) => Refusal.NotFound("institution", institutionId, "单位");

    private static async Task<Page<AccountView>> ListAsync(
        string? programme, string? district, string? standing, PageQuery page, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct)
    {
        var rows = await db.Accounts.AsNoTracking().Include(a => a.Years).VisibleTo(http.Caller())
            .Where(a => (programme == null || a.Programme == programme)
                && (district == null || a.District == district)
                && (standing == null || a.Standing == standing))
            .ToPageAsync(page, a => a.InstitutionId, ct, newestFirst: true);
        var ruling = await packs.RulingAsync(rows.Items.Select(a => a.Programme), clock.Today, ct);
        return rows.Select(row => AccountView.Of(row, ruling.GetValueOrDefault(row.Programme), clock.Today));
    }
}
