using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Announcements;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Institutions;

/// <summary>An institution of the register: everyone of the jurisdiction may read it, and the platform's own services.</summary>
internal static class ReadInstitutions
{
    public static async Task<Answer<InstitutionView>> GetAsync(Guid id, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var found = await FindAsync(id, http.Caller(), db, cancellationToken);
        if (!found.Accepted(out var institution, out var hidden))
        {
            return ((Outcome<InstitutionView>)hidden).ToHttp();
        }

        var evaluation = await db.EvaluationResults.AsNoTracking()
            .Where(result => result.InstitutionId == id)
            .OrderByDescending(result => result.PublishedOn)
            .ThenByDescending(result => result.Year)
            .ThenByDescending(result => result.Id)
            .FirstOrDefaultAsync(cancellationToken);
        Outcome<InstitutionView> view = InstitutionView.Of(institution, evaluation, await ReadCertificates.LatestOfAsync(id, db, cancellationToken));
        return view.ToHttp();
    }

    internal static async Task<Outcome<Institution>> FindAsync(Guid id, Caller caller, RegistryDb db, CancellationToken cancellationToken)
    {
        var institution = await VisibleTo(db, caller).Include(i => i.History).SingleOrDefaultAsync(i => i.Id == id, cancellationToken);
        return institution is null ? Refusal.NotFound("institution", id, "机构") : institution;
    }

    private static IQueryable<Institution> VisibleTo(RegistryDb db, Caller caller)
    {
        var (jurisdiction, service) = (caller.Jurisdiction, caller.Is(Roles.Service));
        // EI-13: a park sees its own alone.
        var park = caller.Is(Roles.ParkReviewer) ? caller.Park ?? "" : null;
        return db.Institutions.AsNoTracking().Where(i => service || (i.Jurisdiction == jurisdiction && (park == null || i.Park == park)));
    }
}
