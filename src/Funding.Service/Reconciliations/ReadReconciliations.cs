using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Funding.Reconciliations;

/// <summary>Days that were reconciled, days that wait for their statement, and what differs.</summary>
internal static class ReadReconciliations
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/reconciliations", ListAsync).RequireRoles(Visibility.Bureau);
        api.MapGet("/reconciliations/{id:guid}", async (Guid id, FundingDb db, HttpContext http, CancellationToken ct) =>
            (await FindAsync(id, db, http.Caller(), ct)).ToHttp()).RequireRoles(Visibility.Bureau);
        api.MapGet("/reconciliations/due", DueAsync).RequireRoles(Visibility.Bureau);
        api.MapGet("/differences", DifferencesAsync).RequireRoles(Visibility.Bureau);
    }

    /// <summary>A day as the caller may see it.</summary>
    public static async Task<Outcome<ReconciliationDetail>> FindAsync(Guid id, FundingDb db, Caller caller, CancellationToken ct)
    {
        var row = await db.Reconciliations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Jurisdiction == caller.Jurisdiction, ct);
        if (row is null)
        {
            return NotFound(id);
        }

        var entries = await db.StatementEntries.AsNoTracking().Where(e => e.ReconciliationId == id).OrderBy(e => e.Line).ToListAsync(ct);
        var differences = await db.Differences.AsNoTracking().Where(d => d.ReconciliationId == id).OrderBy(d => d.Id).ToListAsync(ct);
        return new ReconciliationDetail(ReconciliationView.Of(row), [.. differences.Select(DifferenceView.Of)], [.. entries.Select(StatementEntryView.Of)]);
    }

    /// <summary>There is no such day for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("reconciliation", id, "对账");

    private static async Task<Page<ReconciliationView>> ListAsync(
        DateOnly? from, DateOnly? to, bool? open, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var jurisdiction = http.Caller().Jurisdiction;
        var rows = await db.Reconciliations.AsNoTracking()
            .Where(r => r.Jurisdiction == jurisdiction
                && (from == null || r.Day >= from)
                && (to == null || r.Day <= to)
                && (open == null || (r.OpenDifferences > 0) == open))
            .ToPageAsync(page, r => r.Id, ct, newestFirst: true);
        return rows.Select(ReconciliationView.Of);
    }

    private static async Task<Page<DifferenceView>> DifferencesAsync(
        Choice<DifferenceStatus>? status, Choice<DifferenceKind>? kind, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var (only, ofKind, jurisdiction) = (status?.Value, kind?.Value, http.Caller().Jurisdiction);
        var rows = await db.Differences.AsNoTracking()
            .Where(d => d.Jurisdiction == jurisdiction && (only == null || d.Status == only) && (ofKind == null || d.Kind == ofKind))
            .ToPageAsync(page, d => d.Id, ct, newestFirst: true);
        return rows.Select(DifferenceView.Of);
    }

    private static async Task<DueDays> DueAsync(FundingDb db, IEnumerable<IBookedMovements> books, BusinessClock clock, HttpContext http, CancellationToken ct) =>
        new(await books.DaysDueAsync(db, http.Caller().Jurisdiction, clock.Today, ct));
}
