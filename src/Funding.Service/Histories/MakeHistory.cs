using Contracts.Refusals;
using Funding.Data;
using Funding.ShadowRuns;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Jobs;
using ServiceDefaults.Problems;

namespace Funding.Histories;

/// <summary>A maker asks for the tables of a shadow run to be entered as opening balances; every row is checked first.</summary>
internal static class MakeHistory
{
    /// <summary>Whose tables.</summary>
    internal sealed record Request(Guid ShadowRunId);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/histories", async (Request request, FundingDb db, JobQueue jobs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
        {
            var caller = http.Caller();
            return (await db.WriteAsync(inner => MakeAsync(request, db, jobs, clock, caller, inner), ct)).ToCreated(made => $"/api/funding/histories/{made.History.Id}");
        })
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    private static async Task<Outcome<HistoryDetail>> MakeAsync(Request request, FundingDb db, JobQueue jobs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (!(await db.FindAsync(request.ShadowRunId, caller, ct)).Accepted(out var run, out var hidden))
        {
            return hidden;
        }

        if (run.State != ShadowRunState.Done)
        {
            return Refusal.Conflict("shadow-run-not-done", "P-5", "请先完成演练、看过报告，再导入。", "Finish the shadow run and look at its report before entering it.");
        }

        if (await db.Histories.AnyAsync(h => h.ShadowRunId == run.Id && h.State != HistoryState.Dismissed && h.State != HistoryState.Faulty, ct))
        {
            return Refusal.Conflict("history-made", "P-5", "这份台账已在导入。", "These tables are being entered already.");
        }

        var history = new History
        {
            Id = Guid.CreateVersion7(),
            Jurisdiction = run.Jurisdiction,
            Programme = run.Programme,
            ShadowRunId = run.Id,
            Title = run.Title,
            Made = caller.Signs(clock),
        };
        history.JobId = jobs.Enqueue(CheckHistory.JobKind, history.Id.ToString(), caller.Subject).Id;
        db.Histories.Add(history);
        await db.SaveChangesAsync(ct);
        return HistoryDetail.Of(history, [], caller);
    }
}
