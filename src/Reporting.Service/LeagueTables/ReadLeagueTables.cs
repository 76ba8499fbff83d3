using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.LeagueTables;

/// <summary>League tables: as one would come out now, and as they were issued.</summary>
internal static class ReadLeagueTables
{
    /// <summary>A table that is only computed.</summary>
    internal sealed record PreviewView(string Programme, int Year, int Round, LeagueContent Content);

    public static void Map(IEndpointRouteBuilder tables)
    {
        tables.MapGet("/preview", PreviewAsync).RequireRoles(LeagueTableRoutes.Bureau).WithSummary("A league table as it comes out now; without year and round of the last span");
        tables.MapGet("/", ListAsync).RequireRoles(LeagueTableRoutes.Readers).WithSummary("League tables, newest first; outside the bureau those that were issued");
        tables.MapGet("/{id:guid}", GetAsync).RequireRoles(LeagueTableRoutes.Readers).WithSummary("A league table");
    }

    /// <summary>The tables that the caller may see.</summary>
    public static IQueryable<LeagueTable> VisibleTo(this IQueryable<LeagueTable> tables, Caller caller)
    {
        var bureau = caller.IsAny(LeagueTableRoutes.Bureau);
        return tables.Where(t => t.Jurisdiction == caller.Jurisdiction && (bureau || t.Status == LeagueTableStatus.Issued));
    }

    /// <summary>There is no such table for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("league table", id, "评比表");

    private static async Task<Answer<PreviewView>> PreviewAsync(
        string programme, string comparison, int? year, int? round, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var computed = await ProposeLeagueTable.ComputeAsync(programme, comparison, year, round, db, packs, http.Caller(), clock.Today, cancellationToken);
        Outcome<PreviewView> outcome = computed.Accepted(out var made, out var refusal)
            ? new PreviewView(programme, made.Round.Year, made.Round.Span.Number, made.Content)
            : refusal;
        return outcome.ToHttp();
    }

    private static async Task<Page<LeagueTableView>> ListAsync(
        string? programme, int? year, Choice<LeagueTableStatus>? status, PageQuery page, ReportingDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var only = status?.Value;
        return (await db.LeagueTables.AsNoTracking().VisibleTo(http.Caller())
            .Where(t => (programme == null || t.Programme == programme) && (year == null || t.Year == year) && (only == null || t.Status == only))
            .ToPageAsync(page, t => t.Id, cancellationToken, newestFirst: true)).Select(LeagueTableView.Of);
    }

    private static async Task<Answer<LeagueTableDetail>> GetAsync(Guid id, ReportingDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var table = await db.LeagueTables.AsNoTracking().VisibleTo(caller).SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
        Outcome<LeagueTableDetail> outcome = table is null ? NotFound(id) : LeagueTableDetail.Of(table, caller);
        return outcome.ToHttp();
    }
}
