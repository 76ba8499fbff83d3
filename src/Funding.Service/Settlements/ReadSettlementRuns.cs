using Contracts.Refusals;
using Funding.Accounts;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Jobs;
using ServiceDefaults.Problems;

namespace Funding.Settlements;

/// <summary>Results that wait, settlement runs and their lines.</summary>
internal static class ReadSettlementRuns
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/pending-results", PendingAsync).RequireRoles(Visibility.Bureau);
        api.MapGet("/settlement-runs", ListAsync).RequireRoles(Visibility.Bureau);
        api.MapGet("/settlement-runs/{id:guid}", async (Guid id, FundingDb db, HttpContext http, CancellationToken ct) =>
            (await FindAsync(id, db, http.Caller(), ct)).ToHttp()).RequireRoles(Visibility.Bureau);
        api.MapGet("/settlement-runs/{id:guid}/lines", LinesAsync).RequireRoles(Visibility.Bureau);
        ReadLineSheet.Map(api);
    }

    /// <summary>A run as the caller may see it.</summary>
    public static async Task<Outcome<SettlementRunDetail>> FindAsync(Guid id, FundingDb db, Caller caller, CancellationToken ct)
    {
        var run = await db.SettlementRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Jurisdiction == caller.Jurisdiction, ct);
        if (run is null)
        {
            return SettlementRunTurn.NotFound(id);
        }

        var grades = await db.SettlementLines.Where(l => l.RunId == id).GroupBy(l => l.Grade)
            .Select(g => new GradeSums(g.Key, g.Count(), g.Sum(l => l.PaidFen), g.Sum(l => l.EntitledFen), g.Sum(l => l.ClaimedFen)))
            .ToListAsync(ct);
        var job = run.JobId is null ? null : await db.Set<Job>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == run.JobId, ct);
        return new SettlementRunDetail(SettlementRunView.Of(run), [.. grades.OrderBy(g => g.Grade, StringComparer.Ordinal)], job is null ? null : JobView.Of(job));
    }

    private static async Task<Page<PendingResultView>> PendingAsync(
        string? programme, int? year, Guid? institution, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var jurisdiction = http.Caller().Jurisdiction;
        var rows = await db.PublishedResults.AsNoTracking()
            .Where(r => r.Jurisdiction == jurisdiction && r.IsPending
                && (programme == null || r.Programme == programme)
                && (year == null || r.FiscalYear == year)
                && (institution == null || r.InstitutionId == institution))
            .ToPageAsync(page, r => r.ReviewId, ct);
        var names = await db.NamesAsync(rows.Items.Select(r => r.InstitutionId), ct);
        return rows.Select(row => PendingResultView.Of(row, names[row.InstitutionId]));
    }

    private static async Task<Page<SettlementRunView>> ListAsync(
        string? programme, int? year, Choice<SettlementRunStatus>? status, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var (jurisdiction, only) = (http.Caller().Jurisdiction, status?.Value);
        var rows = await db.SettlementRuns.AsNoTracking()
            .Where(r => r.Jurisdiction == jurisdiction
                && (programme == null || r.Programme == programme)
                && (year == null || r.FiscalYear == year)
                && (only == null || r.Status == only))
            .ToPageAsync(page, r => r.Id, ct, newestFirst: true);
        return rows.Select(SettlementRunView.Of);
    }

    private static async Task<Answer<Page<SettlementLineView>>> LinesAsync(
        Guid id, string? grade, Choice<SettlementLineState>? state, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var (jurisdiction, only) = (http.Caller().Jurisdiction, state?.Value);
        if (!await db.SettlementRuns.AnyAsync(r => r.Id == id && r.Jurisdiction == jurisdiction, ct))
        {
            return ((Outcome<Page<SettlementLineView>>)SettlementRunTurn.NotFound(id)).ToHttp();
        }

        var rows = await db.SettlementLines.AsNoTracking()
            .Where(l => l.RunId == id && (grade == null || l.Grade == grade) && (only == null || l.State == only))
            .ToPageAsync(page, l => l.InstitutionId, ct);
        var names = await db.NamesAsync(rows.Items.Select(l => l.InstitutionId), ct);
        Outcome<Page<SettlementLineView>> lines = rows.Select(row => SettlementLineView.Of(row, names[row.InstitutionId]));
        return lines.ToHttp();
    }
}
