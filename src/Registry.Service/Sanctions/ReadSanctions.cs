using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Sanctions;

/// <summary>The cases that a caller may see: the city's posts their jurisdiction's, a district its own, an operator what was confirmed against its body.</summary>
internal static class ReadSanctions
{
    public static async Task<Page<SanctionView>> ListAsync(
        Guid? institution, Choice<SanctionStatus>? status, PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var cases = VisibleTo(db, http.Caller());
        cases = institution is null ? cases : cases.Where(c => c.InstitutionId == institution);
        if (status is { Value: var wanted })
        {
            cases = cases.Where(c => c.Status == wanted);
        }

        return (await cases.ToPageAsync(page, c => c.Id, cancellationToken, newestFirst: true)).Select(SanctionView.Of);
    }

    public static async Task<Answer<SanctionView>> GetAsync(Guid id, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var sanction = await VisibleTo(db, http.Caller()).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        Outcome<SanctionCase> outcome = sanction is null ? SanctionSteps.NotFound(id) : sanction;
        return outcome.ToHttp(SanctionView.Of);
    }

    private static IQueryable<SanctionCase> VisibleTo(RegistryDb db, Caller caller)
    {
        var jurisdiction = caller.Jurisdiction;
        var city = caller.IsAny(Roles.CityReviewer, Roles.Leader, Roles.Auditor);
        var district = caller.Is(Roles.DistrictReviewer) ? caller.District : null;
        var organisation = caller.Is(Roles.Operator) ? caller.Organisation : null;
        return db.SanctionCases.AsNoTracking()
            .Include(c => c.Bans).ThenInclude(ban => ban.Liftings)
            .Where(c => c.Jurisdiction == jurisdiction
                && (city
                    || (district != null && c.District == district)
                    || (organisation != null && c.Organisation == organisation && c.Status == SanctionStatus.Confirmed)));
    }
}
