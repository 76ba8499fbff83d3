using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.ShadowRuns;

/// <summary>What a later run finds that an earlier one did not, what is gone, and where the money is another.</summary>
internal static class CompareShadowRuns
{
    /// <summary>The most lines of each list; the counts are of all.</summary>
    private const int MostLines = 200;

    /// <summary>A finding in a comparison, with its amounts before and now; null where it was not found.</summary>
    internal sealed record ComparedFinding(FindingKind Kind, string ClauseId, string? Body, int? FiscalYear, long? BeforeFen, long? NowFen, string Zh, string En);

    /// <summary>The comparison.</summary>
    internal sealed record Comparison(
        ShadowRunView Before, ShadowRunView Now, int New, int Gone, int Changed, int Same, IReadOnlyList<ComparedFinding> Findings);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/shadow-runs/{id:guid}/comparison", async (Guid id, Guid with, FundingDb db, HttpContext http, CancellationToken ct) =>
            (await CompareAsync(id, with, db, http.Caller(), ct)).ToHttp())
        .RequireRoles(ShadowRunAccess.Roles);

    private static async Task<Outcome<Comparison>> CompareAsync(Guid id, Guid with, FundingDb db, Caller caller, CancellationToken ct)
    {
        if (!(await db.FindAsync(id, caller, ct)).Accepted(out var now, out var hidden) || !(await db.FindAsync(with, caller, ct)).Accepted(out var before, out hidden))
        {
            return hidden;
        }

        if (now.Programme != before.Programme || now.State != ShadowRunState.Done || before.State != ShadowRunState.Done)
        {
            return Refusal.Conflict("not-comparable", "P-4", "只能比较同一项目的两份已完成的报告。", "Two finished reports of one programme can be compared.");
        }

        var (old, found) = (await ReadAsync(with, db, ct), await ReadAsync(id, db, ct));
        var lines = found.Values.Select(f => Line(f, old.GetValueOrDefault(f.Identity)?.AmountFen, f.AmountFen))
            .Concat(old.Values.Where(f => !found.ContainsKey(f.Identity)).Select(f => Line(f, f.AmountFen, null)))
            .ToList();
        var differing = lines.Where(line => line.BeforeFen != line.NowFen).ToList();
        return new Comparison(
            ShadowRunView.Of(before, caller.Subject),
            ShadowRunView.Of(now, caller.Subject),
            differing.Count(line => line.BeforeFen is null),
            differing.Count(line => line.NowFen is null),
            differing.Count(line => line.BeforeFen is not null && line.NowFen is not null),
            lines.Count - differing.Count,
            [.. differing.OrderByDescending(line => Math.Max(line.BeforeFen ?? 0, line.NowFen ?? 0)).Take(MostLines)]);
    }

    private static ComparedFinding Line(ShadowFinding f, long? before, long? now) => new(f.Kind, f.ClauseId, f.Body, f.FiscalYear, before, now, f.Zh, f.En);

    // Two findings of one identity are told apart by nothing that a later run would find again; the first one stands for both.
    private static async Task<Dictionary<string, ShadowFinding>> ReadAsync(Guid id, FundingDb db, CancellationToken ct)
    {
        var rows = await db.ShadowFindings.AsNoTracking().Where(f => f.ShadowRunId == id).OrderBy(f => f.Number)
            .Select(f => new ShadowFinding
            {
                ShadowRunId = f.ShadowRunId,
                Number = f.Number,
                Kind = f.Kind,
                Group = f.Group,
                ClauseId = f.ClauseId,
                Body = f.Body,
                FiscalYear = f.FiscalYear,
                AmountFen = f.AmountFen,
                CountedFen = f.CountedFen,
                Zh = f.Zh,
                En = f.En,
                Identity = f.Identity,
                Detail = "",
            })
            .ToListAsync(ct);
        return rows.DistinctBy(f => f.Identity).ToDictionary(f => f.Identity, StringComparer.Ordinal);
    }
}
