using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Accounts;

/// <summary>Why payments are stopped.</summary>
internal sealed record HoldPlacement(string Reason);

/// <summary>Stops a body's payments. Placed in the body's turn, so that no approval slips past it.</summary>
internal static class PlaceHold
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/accounts/{institutionId:guid}/holds", async (
            Guid institutionId, HoldPlacement request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(institutionId, request, db, packs, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker, Roles.FinanceApprover).RequireIdempotencyKey();

    private static async Task<Outcome<AccountDetail>> RunAsync(
        Guid institutionId, HoldPlacement request, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Checks.Text("reason", request.Reason) is { } wrong)
        {
            return wrong;
        }

        if (!await db.Accounts.VisibleTo(caller).AnyAsync(a => a.InstitutionId == institutionId, ct)
            || await db.TakeTurnAsync(institutionId, ct) is not { } account)
        {
            return ReadAccounts.NotFound(institutionId);
        }

        account.OpenHolds++;
        var id = Guid.CreateVersion7();
        db.Holds.Add(new Hold { Id = id, SourceId = id, InstitutionId = institutionId, Reason = request.Reason.Trim(), Placed = caller.Signs(clock) });
        await db.SaveChangesAsync(ct);
        return await ReadAccounts.FindAsync(institutionId, db, packs, clock, caller, ct);
    }
}
