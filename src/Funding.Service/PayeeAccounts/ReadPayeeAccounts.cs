using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.PayeeAccounts;

/// <summary>Accounts on record: masked in lists, whole for the two who work with them.</summary>
internal static class ReadPayeeAccounts
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/payee-accounts", ListAsync).RequireRoles(Visibility.Bureau);
        api.MapGet("/payee-accounts/{id:guid}", async (Guid id, FundingDb db, HttpContext http, CancellationToken ct) =>
            (await FindAsync(id, db, http.Caller(), ct)).ToHttp()).RequireRoles(Visibility.Bureau);
    }

    private static async Task<Outcome<PayeeAccountView>> FindAsync(Guid id, FundingDb db, Caller caller, CancellationToken ct)
    {
        var row = await db.PayeeAccounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Jurisdiction == caller.Jurisdiction, ct);
        return row is null ? NotFound(id) : PayeeAccountView.Of(row, caller.IsAny(Roles.FinanceMaker, Roles.FinanceApprover));
    }

    /// <summary>There is no such account for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("payee account", id, "收款账户");

    private static async Task<Page<PayeeAccountView>> ListAsync(
        Guid? institution, string? code, Choice<PayeeAccountStatus>? status, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var (only, jurisdiction) = (status?.Value, http.Caller().Jurisdiction);
        var owner = institution is { } body ? PayeeAccount.OwnerOf(body) : code;
        var rows = await db.PayeeAccounts.AsNoTracking()
            .Where(a => a.Jurisdiction == jurisdiction && (owner == null || a.Owner == owner) && (only == null || a.Status == only))
            .ToPageAsync(page, a => a.Id, ct, newestFirst: true);
        return rows.Select(row => PayeeAccountView.Of(row));
    }
}
