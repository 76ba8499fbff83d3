using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Accounts;

/// <summary>Why payments go on.</summary>
internal sealed record HoldRelease(string Reason);

/// <summary>Releases a hold: an approver who did not place it, with a reason.</summary>
internal static class ReleaseHold
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/holds/{id:guid}/release", async (
            Guid id, HoldRelease request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, request, db, packs, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceApprover).RequireIdempotencyKey();

    /// <summary>Whether this person may release it.</summary>
    public static Refusal? Decide(Hold hold, Hands hands) => hold.Released is not null
        ? Refusal.Conflict("hold-released", "P-5", "该暂停支付已解除。", "The hold is released already.").With("holdId", hold.Id)
        : FourEyes.Approves(hands, hold.Placed);

    private static async Task<Outcome<AccountDetail>> RunAsync(
        Guid id, HoldRelease request, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Checks.Text("reason", request.Reason) is { } wrong)
        {
            return wrong;
        }

        var institutionId = await db.Holds.Where(h => h.Id == id)
            .Join(db.Accounts.VisibleTo(caller), h => h.InstitutionId, a => a.InstitutionId, (h, _) => (Guid?)h.InstitutionId)
            .SingleOrDefaultAsync(ct);
        if (institutionId is null || await db.TakeTurnAsync(institutionId.Value, ct) is not { } account)
        {
            return Refusal.NotFound("hold", id, "暂停支付");
        }

        var hold = await db.Holds.SingleAsync(h => h.Id == id, ct);
        if (Decide(hold, caller.Hands()) is { } refusal)
        {
            return refusal;
        }

        hold.Released = caller.Signs(clock);
        hold.ReleaseReason = request.Reason.Trim();
        account.OpenHolds--;
        await db.SaveChangesAsync(ct);
        return await ReadAccounts.FindAsync(account.InstitutionId, db, packs, clock, caller, ct);
    }
}
