using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
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
        var row = await db.Accounts.AsNoTracking().Include(a => a.Years).Include(a => a.Absorbed).VisibleTo(caller).SingleOrDefaultAsync(a => a.InstitutionId == institutionId, ct);
        if (row is null)
        {
            return NotFound(institutionId);
        }

        var holds = await db.Holds.AsNoTracking().Where(h => h.InstitutionId == institutionId).OrderBy(h => h.Id).ToListAsync(ct);
        return new AccountDetail(await row.ViewAsync(db, packs, clock.Today, ct), await db.ShowAsync(holds, clock.Today, ct));
    }

    /// <summary>The account as it is shown, read with its years and mergers.</summary>
    public static async Task<AccountView> ViewAsync(this FundingAccount account, FundingDb db, PackShelf packs, DateOnly today, CancellationToken ct)
    {
        var ruling = await packs.RulingAsync([account.Programme], today, ct);
        return await account.ViewAsync(db, ruling.GetValueOrDefault(account.Programme), today, ct);
    }

    /// <summary>The account as it is shown under the pack that rules it.</summary>
    public static async Task<AccountView> ViewAsync(this FundingAccount account, FundingDb db, PolicyPack? ruling, DateOnly today, CancellationToken ct) =>
        AccountView.Of(account, (await db.AbsorbedAsync([account], ct))[account.InstitutionId], ruling, today);

    /// <summary>There is no such account for the caller.</summary>
    public static Refusal NotFound(Guid institutionId) => Refusal.NotFound("institution", institutionId, "单位");

    private static async Task<Page<AccountView>> ListAsync(
        string? programme, string? district, string? standing, PageQuery page, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct)
    {
        var rows = await db.Accounts.AsNoTracking().Include(a => a.Years).Include(a => a.Absorbed).VisibleTo(http.Caller())
            .Where(a => (programme == null || a.Programme == programme)
                && (district == null || a.District == district)
                && (standing == null || a.Standing == standing))
            .ToPageAsync(page, a => a.InstitutionId, ct, newestFirst: true);
        var ruling = await packs.RulingAsync(rows.Items.Select(a => a.Programme), clock.Today, ct);
        var absorbed = await db.AbsorbedAsync([.. rows.Items], ct);
        return rows.Select(row => AccountView.Of(row, absorbed[row.InstitutionId], ruling.GetValueOrDefault(row.Programme), clock.Today));
    }
}
