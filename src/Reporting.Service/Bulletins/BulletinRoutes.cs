using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.LeagueTables;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Bulletins;

/// <summary>The feature's endpoints, one file each.</summary>
internal static class BulletinRoutes
{
    public static void MapBulletins(this IEndpointRouteBuilder service)
    {
        var bulletins = service.MapGroup("/bulletins").WithTags("Bulletins");
        ReadBulletins.Map(bulletins);
        DraftBulletin.Map(bulletins);
        EditBulletin.Map(bulletins);
        IssueBulletin.Map(bulletins);
        CommendationCases.Map(bulletins);
        ReadLibrary.Map(service.MapGroup("/commended-cases").WithTags("Bulletins"));
    }

    /// <summary>The bulletins that the caller may see.</summary>
    public static IQueryable<Bulletin> VisibleTo(this IQueryable<Bulletin> bulletins, Caller caller)
    {
        var bureau = caller.IsAny(LeagueTableRoutes.Bureau);
        return bulletins.Where(b => b.Jurisdiction == caller.Jurisdiction && (bureau || b.Status == BulletinStatus.Issued));
    }

    /// <summary>The bulletin to be changed, in the version that was seen.</summary>
    public static async Task<Outcome<Bulletin>> FindBulletinAsync(this ReportingDb db, Guid id, IfMatch seen, Caller caller, CancellationToken cancellationToken)
    {
        var bulletin = await db.Bulletins.VisibleTo(caller).SingleOrDefaultAsync(b => b.Id == id, cancellationToken);
        return bulletin is null ? NotFound(id) : seen.Check(bulletin) is { } stale ? stale : bulletin;
    }

    /// <summary>The refusal of a change to what is no draft; null where it is one.</summary>
    public static Refusal? CheckDraft(this Bulletin bulletin) => bulletin.Status == BulletinStatus.Draft
        ? null
        : Refusal.Conflict("bulletin-closed", bulletin.Clause, "通报已发布或已撤回，不能再修改。", "The bulletin is issued or withdrawn; nothing in it changes any more.").With("status", bulletin.Status);

    /// <summary>There is no such bulletin for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("bulletin", id, "通报");
}
