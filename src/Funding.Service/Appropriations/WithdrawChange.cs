using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Appropriations;

/// <summary>Takes back a change that is not approved.</summary>
internal static class WithdrawChange
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/appropriation-changes/{id:guid}/withdraw", async (Guid id, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, db, clock, http.Caller(), inner), ct)).ToHttp(ChangeView.Of))
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    private static async Task<Outcome<AppropriationChange>> RunAsync(Guid id, FundingDb db, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        var change = await db.AppropriationChanges.SingleOrDefaultAsync(c => c.Id == id && c.Jurisdiction == caller.Jurisdiction, ct);
        if ((change is null ? ReadChanges.NotFound(id) : ApproveChange.NotProposed(change)) is { } refused)
        {
            return refused;
        }

        change!.Status = AppropriationChangeStatus.Withdrawn;
        change.Withdrawn = caller.Signs(clock);
        return change;
    }
}
