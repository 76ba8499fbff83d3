using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.Appropriations;

/// <summary>Appropriations and what became of them.</summary>
internal static class ReadAppropriations
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/appropriations", ListAsync).RequireRoles(Visibility.Bureau);
        api.MapGet("/appropriations/{id:guid}", async (Guid id, FundingDb db, HttpContext http, CancellationToken ct) =>
            (await FindAsync(db, id, http.Caller(), ct)).ToHttp()).RequireRoles(Visibility.Bureau);
        api.MapGet("/appropriations/{id:guid}/sheet", SheetAsync).RequireRoles(Visibility.Bureau);
    }

    private static async Task<Page<AppropriationView>> ListAsync(
        string? programme, int? year, Choice<AppropriationStatus>? status, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var (jurisdiction, only) = (http.Caller().Jurisdiction, status?.Value);
        var rows = await db.Appropriations.AsNoTracking()
            .Where(a => a.Jurisdiction == jurisdiction
                && (programme == null || a.Programme == programme)
                && (year == null || a.FiscalYear == year)
                && (only == null || a.Status == only))
            .ToPageAsync(page, a => a.Id, ct, newestFirst: true);
        var sums = await db.SumsAsync(rows.Items, ct);
        return rows.Select(row => AppropriationView.Of(row, sums[row.Id]));
    }

    private static async Task<Outcome<AppropriationView>> FindAsync(FundingDb db, Guid id, Caller caller, CancellationToken ct)
    {
        var row = await db.Appropriations.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Jurisdiction == caller.Jurisdiction, ct);
        return row is null
            ? NotFound(id)
            : AppropriationView.Of(row, (await db.SumsAsync([row], ct))[row.Id]);
    }

    private static async Task<Answer<CalculationSheet>> SheetAsync(Guid id, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var jurisdiction = http.Caller().Jurisdiction;
        var sheet = await db.Appropriations.Where(a => a.Id == id && a.Jurisdiction == jurisdiction).Select(a => a.Sheet).SingleOrDefaultAsync(ct);
        return (sheet is null ? NotFound(id) : StoredSheet.Read(sheet)).ToHttp();
    }

    /// <summary>There is no such appropriation for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("appropriation", id, "年度安排");
}
