using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.PaymentRuns;

/// <summary>Gives a run up before it is sealed; its payments stay approved and are free for another.</summary>
internal static class DissolvePaymentRun
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/payment-runs/{id:guid}/dissolve", async (Guid id, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, db, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    private static async Task<Outcome<PaymentRunDetail>> RunAsync(Guid id, FundingDb db, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (await db.TakeRunAsync(id, caller, ct) is not { } run)
        {
            return ReadPaymentRuns.NotFound(id);
        }

        if (run.Status != PaymentRunStatus.Gathered)
        {
            return RunTurn.NotGathered(run);
        }

        run.Status = PaymentRunStatus.Dissolved;
        run.Dissolved = caller.Signs(clock);
        await db.Payments.Where(a => a.PaymentRunId == id)
            .ExecuteUpdateAsync(row => row.SetProperty(a => a.PaymentRunId, (Guid?)null).SetProperty(a => a.Version, a => a.Version + 1), ct);
        await db.SaveChangesAsync(ct);
        return await ReadPaymentRuns.FindAsync(id, db, caller, ct);
    }
}
