using Contracts.Refusals;
using Funding.Accounts;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.PayeeAccounts;

/// <summary>Why an account is turned down.</summary>
internal sealed record PayeeAccountRejection(string Reason);

/// <summary>Confirms or turns down a proposed account: another person than who proposed it. The former one is kept as history.</summary>
internal static class DecidePayeeAccount
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/payee-accounts/{id:guid}/confirm", async (Guid id, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, null, db, clock, http.Caller(), inner), ct)).ToHttp())
            .RequireRoles(Roles.FinanceApprover).RequireIdempotencyKey();
        api.MapPost("/payee-accounts/{id:guid}/reject", async (
            Guid id, PayeeAccountRejection request, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (Checks.Text("reason", request.Reason) is { } wrong
                ? wrong
                : await db.WriteAsync(inner => RunAsync(id, request.Reason.Trim(), db, clock, http.Caller(), inner), ct)).ToHttp())
            .RequireRoles(Roles.FinanceApprover).RequireIdempotencyKey();
    }

    /// <summary>Whether this person may decide on it.</summary>
    public static Refusal? Decide(PayeeAccount account, Hands hands) => account.Status == PayeeAccountStatus.Proposed
        ? FourEyes.Approves(hands, account.Proposed)
        : Refusal.Conflict(
                "payee-account-decided", "status", "该收款账户变更已有决定。", "The change of the account is decided already.")
            .With("status", account.Status.En());

    private static async Task<Outcome<PayeeAccountView>> RunAsync(
        Guid id, string? rejection, FundingDb db, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        var owner = await db.PayeeAccounts.Where(a => a.Id == id && a.Jurisdiction == caller.Jurisdiction).Select(a => a.Owner).SingleOrDefaultAsync(ct);
        if (owner is null)
        {
            return ReadPayeeAccounts.NotFound(id);
        }

        // In the body's turn, so that no approval confirms a first account meanwhile.
        if (Guid.TryParse(owner, out var body))
        {
            await db.TakeTurnAsync(body, ct);
        }

        var account = await db.PayeeAccounts.SingleAsync(a => a.Id == id, ct);
        if (Decide(account, caller.Hands()) is { } refusal)
        {
            return refusal;
        }

        if (rejection is null)
        {
            await db.PayeeAccounts
                .Where(a => a.Jurisdiction == account.Jurisdiction && a.Owner == owner && a.Status == PayeeAccountStatus.Confirmed)
                .ExecuteUpdateAsync(row => row.SetProperty(a => a.Status, PayeeAccountStatus.Replaced).SetProperty(a => a.Version, a => a.Version + 1), ct);
        }

        account.Status = rejection is null ? PayeeAccountStatus.Confirmed : PayeeAccountStatus.Rejected;
        account.RejectReason = rejection;
        account.Decided = caller.Signs(clock);
        await db.SaveChangesAsync(ct);
        return PayeeAccountView.Of(account, whole: true);
    }
}
