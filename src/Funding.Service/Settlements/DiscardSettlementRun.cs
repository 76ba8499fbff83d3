using Contracts.Refusals;
using Funding.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Settlements;

/// <summary>Gives a run up before it is committed; its results wait on.</summary>
internal static class DiscardSettlementRun
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/settlement-runs/{id:guid}/discard", async (Guid id, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, db, http.Caller(), clock, inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker, Roles.FinanceApprover).RequireIdempotencyKey();

    private static async Task<Outcome<SettlementRunDetail>> RunAsync(Guid id, FundingDb db, Caller caller, BusinessClock clock, CancellationToken ct)
    {
        if (await db.TakeSettlementRunAsync(id, caller, ct) is not { } run)
        {
            return SettlementRunTurn.NotFound(id);
        }

        if (run.NotIn(SettlementRunStatus.Previewing, SettlementRunStatus.Previewed) is { } refused)
        {
            return refused;
        }

        (run.Status, run.Discarded) = (SettlementRunStatus.Discarded, caller.Signs(clock));
        await db.SaveChangesAsync(ct);
        return await ReadSettlementRuns.FindAsync(id, db, caller, ct);
    }
}
