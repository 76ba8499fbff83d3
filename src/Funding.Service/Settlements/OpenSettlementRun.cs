using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Jobs;
using ServiceDefaults.Problems;

namespace Funding.Settlements;

/// <summary>Which published results are to be settled: a programme's year, or the given bodies of it.</summary>
internal sealed record SettlementRunOpening(string Programme, int FiscalYear, IReadOnlyList<Guid>? InstitutionIds = null);

/// <summary>Opens a settlement run: its lines are calculated, and nothing is settled before another person commits it (P-5).</summary>
internal static class OpenSettlementRun
{
    private const int MostBodies = 500;

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/settlement-runs", async (
            SettlementRunOpening request, FundingDb db, SettlementSteps steps, JobQueue jobs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(request, db, steps, jobs, http.Caller(), clock, inner), ct))
            .ToCreated(made => made, made => $"/api/funding/settlement-runs/{made.Run.Id}"))
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    private static async Task<Outcome<SettlementRunDetail>> RunAsync(
        SettlementRunOpening request, FundingDb db, SettlementSteps steps, JobQueue jobs, Caller caller, BusinessClock clock, CancellationToken ct)
    {
        if (Check(request) is { } wrong)
        {
            return wrong;
        }

        var only = request.InstitutionIds?.Distinct().ToList();
        var pending = await db.PublishedResults.Pending(caller.Jurisdiction, request.Programme, request.FiscalYear)
            .CountAsync(r => only == null || only.Contains(r.InstitutionId), ct);
        if (pending == 0 || pending < only?.Count)
        {
            return NothingPending(request, pending);
        }

        var run = new SettlementRun
        {
            Id = Guid.CreateVersion7(),
            Jurisdiction = caller.Jurisdiction!,
            Programme = request.Programme,
            FiscalYear = request.FiscalYear,
            Bodies = pending,
            Opened = caller.Signs(clock),
        };
        db.SettlementRuns.Add(run);

        // What fits one step is there at once; the rest is work for the background. Named bodies are few and are one step.
        await steps.PreviewAsync(run, only, ct);
        if (run.Status == SettlementRunStatus.Previewing)
        {
            run.JobId = jobs.Enqueue(WorkOnSettlementRun.JobKind, run.Id.ToString(), caller.Subject).Id;
            await db.SaveChangesAsync(ct);
        }

        return await ReadSettlementRuns.FindAsync(run.Id, db, caller, ct);
    }

    private static Refusal? Check(SettlementRunOpening request) => Checks.First(
        Checks.Text("programme", request.Programme, 100),
        request.InstitutionIds is null or { Count: > 0 and <= MostBodies }
            ? null
            : Refusal.BadInput("institutionIds", request.InstitutionIds.Count, $"指定单位时应为 1 至 {MostBodies} 个；不指定则为该年度全部。", $"Name 1 to {MostBodies} bodies, or none for the whole year."));

    private static Refusal NothingPending(SettlementRunOpening request, int pending) => Refusal.Conflict(
            "nothing-to-settle",
            "ZS-06",
            $"{request.FiscalYear}年度没有待结算的考核结果，或所选单位中有的没有；已结算的结果不重复结算。",
            $"No published result of {request.FiscalYear} waits for its settlement, or one of these bodies has none; what is settled is not settled again.")
        .With("fiscalYear", request.FiscalYear).With("pending", pending);
}
