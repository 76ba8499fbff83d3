using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.Appropriations;

/// <summary>A change of an appropriation.</summary>
internal sealed record ChangeView(
    Guid Id,
    long Version,
    Guid AppropriationId,
    AppropriationChangeKind Kind,
    AppropriationChangeStatus Status,
    long AmountFen,
    Guid? IntoId,
    string DocumentNumber,
    DateOnly DocumentDate,
    string Reason,
    SignatureView Proposed,
    SignatureView? Approved,
    SignatureView? Withdrawn) : IETagged
{
    public static ChangeView Of(AppropriationChange row) => new(
        row.Id,
        row.Version,
        row.AppropriationId,
        row.Kind,
        row.Status,
        row.AmountFen,
        row.IntoId,
        row.DocumentNumber,
        row.DocumentDate,
        row.Reason,
        SignatureView.Of(row.Proposed),
        SignatureView.Of(row.Approved),
        SignatureView.Of(row.Withdrawn));
}

/// <summary>Changes of appropriations, and the report of a year's end.</summary>
internal static class ReadChanges
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/appropriation-changes", ListAsync).RequireRoles(Visibility.Bureau);
        api.MapGet("/appropriation-changes/{id:guid}", async (Guid id, FundingDb db, HttpContext http, CancellationToken ct) =>
            (await FindAsync(db, id, http.Caller(), ct)).ToHttp(ChangeView.Of)).RequireRoles(Visibility.Bureau);
        api.MapGet("/appropriation-changes/{id:guid}/sheet", async (Guid id, FundingDb db, HttpContext http, CancellationToken ct) =>
            ((await FindAsync(db, id, http.Caller(), ct)).Accepted(out var row, out var refused) ? StoredSheet.Read(row.Sheet) : refused).ToHttp())
            .RequireRoles(Visibility.Bureau);
        api.MapGet("/appropriations/{id:guid}/year-end", async (Guid id, FundingDb db, HttpContext http, CancellationToken ct) =>
            (await YearEnd.ReadAsync(db, id, http.Caller(), ct)).ToHttp()).RequireRoles(Visibility.Bureau);
    }

    /// <summary>There is no such change for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("appropriation change", id, "年度安排调整");

    // A carry-over belongs to both of its years.
    private static async Task<Page<ChangeView>> ListAsync(
        Guid? appropriation, Choice<AppropriationChangeStatus>? status, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var (jurisdiction, only) = (http.Caller().Jurisdiction, status?.Value);
        var rows = await db.AppropriationChanges.AsNoTracking()
            .Where(c => c.Jurisdiction == jurisdiction
                && (appropriation == null || c.AppropriationId == appropriation || c.IntoId == appropriation)
                && (only == null || c.Status == only))
            .ToPageAsync(page, c => c.Id, ct, newestFirst: true);
        return rows.Select(ChangeView.Of);
    }

    private static async Task<Outcome<AppropriationChange>> FindAsync(FundingDb db, Guid id, Caller caller, CancellationToken ct) =>
        await db.AppropriationChanges.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.Jurisdiction == caller.Jurisdiction, ct) is { } row ? row : NotFound(id);
}
