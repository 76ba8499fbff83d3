using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.LeagueTables;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Bulletins;

/// <summary>Bulletins: drafts for the bureau, the archive of those that were issued for everybody concerned.</summary>
internal static class ReadBulletins
{
    public static void Map(IEndpointRouteBuilder bulletins)
    {
        bulletins.MapGet("/", ListAsync).RequireRoles(LeagueTableRoutes.Readers).WithSummary("Bulletins, newest first; outside the bureau those that were issued");
        bulletins.MapGet("/{id:guid}", GetAsync).RequireRoles(LeagueTableRoutes.Readers).WithSummary("A bulletin with its blocks");
    }

    private static async Task<Page<BulletinView>> ListAsync(
        string? programme,
        Choice<BulletinKind>? kind,
        Choice<BulletinStatus>? status,
        int? year,
        PageQuery page,
        ReportingDb db,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var (what, only) = (kind?.Value, status?.Value);
        return (await db.Bulletins.AsNoTracking().VisibleTo(http.Caller())
            .Where(b => (programme == null || b.Programme == programme)
                && (what == null || b.Kind == what)
                && (only == null || b.Status == only)
                && (year == null || b.NumberYear == year))
            .ToPageAsync(page, b => b.Id, cancellationToken, newestFirst: true)).Select(BulletinView.Of);
    }

    private static async Task<Answer<BulletinDetail>> GetAsync(Guid id, ReportingDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var bulletin = await db.Bulletins.AsNoTracking().VisibleTo(caller).SingleOrDefaultAsync(b => b.Id == id, cancellationToken);
        Outcome<BulletinDetail> outcome = bulletin is null ? BulletinRoutes.NotFound(id) : BulletinDetail.Of(bulletin, caller);
        return outcome.ToHttp();
    }
}
