using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Reconciliations;

/// <summary>Compares a day again after the books have changed: by a person, and every day by itself while differences are open.</summary>
internal static class MatchAgain
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/reconciliations/{id:guid}/match", async (Guid id, FundingDb db, MatchDay match, HttpContext http, CancellationToken ct) =>
            (await db.WriteUniqueAsync(inner => RunAsync(id, db, match, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker, Roles.FinanceApprover).RequireIdempotencyKey();

    private static async Task<Outcome<ReconciliationDetail>> RunAsync(Guid id, FundingDb db, MatchDay match, Caller caller, CancellationToken ct)
    {
        var day = await db.Reconciliations.SingleOrDefaultAsync(r => r.Id == id && r.Jurisdiction == caller.Jurisdiction, ct);
        if (day is null)
        {
            return ReadReconciliations.NotFound(id);
        }

        await match.AgainAsync(day, ct);
        return await ReadReconciliations.FindAsync(id, db, caller, ct);
    }
}

/// <summary>Looks at days with open differences again; it finds, and decides nothing (P-5).</summary>
internal sealed class SweepReconciliations(FundingDb db, MatchDay match) : ISweep
{
    private const int MostDays = 100;

    public string Name => "reconciliations";

    public async Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var open = await db.Reconciliations.Where(r => r.OpenDifferences > 0).OrderByDescending(r => r.Day).Take(MostDays).Select(r => r.Id).ToListAsync(cancellationToken);
        foreach (var id in open)
        {
            await db.WriteAsync(async ct => await match.AgainAsync(await db.Reconciliations.SingleAsync(r => r.Id == id, ct), ct), cancellationToken);
            db.ChangeTracker.Clear();
        }

        return open.Count;
    }
}
