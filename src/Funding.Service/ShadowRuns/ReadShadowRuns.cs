using Contracts.Refusals;
using Funding.BureauTables;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Jobs;
using ServiceDefaults.Problems;

namespace Funding.ShadowRuns;

/// <summary>Shadow runs with their findings and faults.</summary>
internal static class ReadShadowRuns
{
    /// <summary>A kind of table and its columns.</summary>
    internal sealed record TableKindView(TableKind Kind, IReadOnlyList<TableColumnView> Columns);

    /// <summary>A column that a kind of table may have.</summary>
    internal sealed record TableColumnView(string Key, string Zh, string En, bool Required);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/shadow-runs", ListAsync).RequireRoles(ShadowRunAccess.Roles);
        api.MapGet("/shadow-runs/{id:guid}", async (Guid id, FundingDb db, HttpContext http, CancellationToken ct) =>
            (await DetailAsync(id, db, http.Caller(), ct)).ToHttp()).RequireRoles(ShadowRunAccess.Roles);
        api.MapGet("/shadow-runs/{id:guid}/findings", FindingsAsync).RequireRoles(ShadowRunAccess.Roles);
        api.MapGet("/shadow-runs/{id:guid}/faults", FaultsAsync).RequireRoles(ShadowRunAccess.Roles);
        api.MapGet("/shadow-runs/columns", Columns).RequireRoles(ShadowRunAccess.Roles);
        api.MapGet("/shadow-runs/sample", () => SampleFile.Download()).RequireRoles(ShadowRunAccess.Roles);
    }

    private static async Task<Page<ShadowRunView>> ListAsync(
        string? programme, Choice<ShadowRunState>? state, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var (caller, only) = (http.Caller(), state?.Value);
        var rows = await db.ShadowRuns.AsNoTracking()
            .Where(r => r.Jurisdiction == caller.Jurisdiction && (programme == null || r.Programme == programme) && (only == null || r.State == only))
            .ToPageAsync(page, r => r.Id, ct, newestFirst: true);
        return rows.Select(run => ShadowRunView.Of(run, caller.Subject));
    }

    private static async Task<Outcome<ShadowRunDetail>> DetailAsync(Guid id, FundingDb db, Caller caller, CancellationToken ct)
    {
        if (!(await db.FindAsync(id, caller, ct)).Accepted(out var run, out var hidden))
        {
            return hidden;
        }

        var tables = await db.ShadowTables.AsNoTracking().Where(t => t.ShadowRunId == id).ToListAsync(ct);
        var job = await db.Set<Job>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == run.JobId, ct);
        return ShadowRunDetail.Of(run, tables, job, caller.Subject);
    }

    private static async Task<Answer<Page<ShadowFindingView>>> FindingsAsync(
        Guid id,
        string? clause,
        Choice<FindingKind>? kind,
        Choice<FindingGroup>? group,
        string? body,
        PageQuery page,
        FundingDb db,
        HttpContext http,
        CancellationToken ct)
    {
        if (!(await db.FindAsync(id, http.Caller(), ct)).Accepted(out _, out var hidden))
        {
            return ((Outcome<Page<ShadowFindingView>>)hidden).ToHttp();
        }

        var (onlyKind, onlyGroup) = (kind?.Value, group?.Value);
        Outcome<Page<ShadowFindingView>> rows = (await db.ShadowFindings.AsNoTracking()
            .Where(f => f.ShadowRunId == id
                && (clause == null || f.ClauseId == clause)
                && (onlyKind == null || f.Kind == onlyKind)
                && (onlyGroup == null || f.Group == onlyGroup)
                && (body == null || f.Body == body))
            .ToPageAsync(page, f => f.Number, ct)).Select(ShadowFindingView.Of);
        return rows.ToHttp();
    }

    private static async Task<Answer<Page<ShadowFaultView>>> FaultsAsync(Guid id, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        Outcome<Page<ShadowFaultView>> rows = (await db.FindAsync(id, http.Caller(), ct)).Accepted(out _, out var hidden)
            ? (await db.ShadowFaults.AsNoTracking().Where(f => f.ShadowRunId == id).ToPageAsync(page, f => f.Number, ct)).Select(ShadowFaultView.Of)
            : hidden;
        return rows.ToHttp();
    }

    private static List<TableKindView> Columns() =>
        [.. Enum.GetValues<TableKind>().Select(kind => new TableKindView(kind, [.. TableColumns.Of(kind).Select(c => new TableColumnView(c.Key, c.Zh, c.En, c.Required))]))];
}
