using Contracts.Refusals;
using Funding.BureauTables;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Jobs;
using ServiceDefaults.Problems;

namespace Funding.ShadowRuns;

/// <summary>Starts the analysis; what it finds stands from then on.</summary>
internal static class StartShadowRun
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <summary>How.</summary>
    /// <param name="Title">What the report is called; null = after its file.</param>
    /// <param name="AsOf">The day up to which deadlines are looked at; null = today.</param>
    internal sealed record Request(string? Title = null, DateOnly? AsOf = null);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/shadow-runs/{id:guid}/start", async (
            Guid id, Request request, FundingDb db, PackShelf packs, JobQueue jobs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
        {
            var caller = http.Caller();
            return (await db.WriteAsync(inner => StartAsync(id, request, db, packs, jobs, clock, caller, inner), ct)).ToHttp();
        })
        .RequireRoles(ShadowRunAccess.Roles).RequireIdempotencyKey();

    private static async Task<Outcome<ShadowRunDetail>> StartAsync(
        Guid id, Request request, FundingDb db, PackShelf packs, JobQueue jobs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (!(await db.FindAsync(id, caller, ct)).Accepted(out var run, out var refused)
            || (refused = ShadowRunAccess.NotDraft(run) ?? Check(request, clock.Today)) is not null
            || !(await packs.ForMoneyAsync(run.Programme, caller, clock.Today, ct)).Accepted(out var pack, out refused))
        {
            return refused;
        }

        var tables = await db.ShadowTables.AsNoTracking().Where(t => t.ShadowRunId == id).ToListAsync(ct);
        if (tables.TrueForAll(t => Json.Read<TableMapping>(t.Mapping).Kind is null))
        {
            return Refusal.Conflict("nothing-mapped", "P-4", "还没有指定任何一张表的内容，请先对应各列。", "No table is mapped yet; say first what each column is.");
        }

        var job = jobs.Enqueue(AnalyseShadowRun.JobKind, id.ToString(), caller.Subject);
        (run.State, run.JobId, run.AsOf, run.PackFrom, run.PackHash) = (ShadowRunState.Running, job.Id, request.AsOf ?? clock.Today, pack.From, pack.Hash);
        run.Title = string.IsNullOrWhiteSpace(request.Title) ? run.Title : request.Title.Trim();
        await db.SaveChangesAsync(ct);
        return ShadowRunDetail.Of(run, tables, job, caller.Subject);
    }

    private static Refusal? Check(Request request, DateOnly today) => Checks.First(
        request.Title is null ? null : Checks.Text("title", request.Title, 100),
        request.AsOf is not { } day ? null
            : day < Earliest ? Refusal.BadInput("asOf", day, $"截止日不得早于 {Earliest:yyyy-MM-dd}。", $"The day is not before {Earliest:yyyy-MM-dd}.")
            : Checks.NotInFuture("asOf", day, today));
}
