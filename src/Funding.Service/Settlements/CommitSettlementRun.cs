using Contracts.Refusals;
using Funding.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Jobs;
using ServiceDefaults.Problems;

namespace Funding.Settlements;

/// <summary>Another person commits a previewed run: each line whose facts are still those of the preview is settled once (ZS-06, P-5).</summary>
internal static class CommitSettlementRun
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/settlement-runs/{id:guid}/commit", async (
            Guid id, FundingDb db, SettlementSteps steps, JobQueue jobs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, db, steps, jobs, http.Caller(), clock, inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceApprover).RequireIdempotencyKey();

    /// <summary>What stands against this person's committing the run; null where nothing does.</summary>
    public static Refusal? Decide(SettlementRun run, Hands hands) =>
        run.NotIn(SettlementRunStatus.Previewed) ?? FourEyes.Approves(hands, run.Opened);

    private static async Task<Outcome<SettlementRunDetail>> RunAsync(
        Guid id, FundingDb db, SettlementSteps steps, JobQueue jobs, Caller caller, BusinessClock clock, CancellationToken ct)
    {
        if (await db.TakeSettlementRunAsync(id, caller, ct) is not { } run)
        {
            return SettlementRunTurn.NotFound(id);
        }

        if (Decide(run, caller.Hands()) is { } refused)
        {
            return refused;
        }

        (run.Status, run.Committed) = (SettlementRunStatus.Settling, caller.Signs(clock));
        await steps.SettleAsync(run, ct);
        if (run.Status == SettlementRunStatus.Settling)
        {
            run.JobId = jobs.Enqueue(WorkOnSettlementRun.JobKind, id.ToString(), caller.Subject).Id;
            await db.SaveChangesAsync(ct);
        }

        return await ReadSettlementRuns.FindAsync(id, db, caller, ct);
    }
}
