using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;

namespace Registry.Changes;

/// <summary>Which reports of changes a caller may see. What it may not see does not exist for it.</summary>
internal static class ChangeAccess
{
    /// <summary>An operator its own, a district its district's, the city's posts their jurisdiction's.</summary>
    public static IQueryable<MajorChange> VisibleTo(this IQueryable<MajorChange> changes, Caller caller)
    {
        var jurisdiction = caller.Jurisdiction;
        var organisation = caller.Is(Roles.Operator) ? caller.Organisation : null;
        var district = caller.Is(Roles.DistrictReviewer) ? caller.District : null;
        var city = caller.IsAny(Roles.CityReviewer, Roles.Leader, Roles.Auditor);
        return changes.Where(c =>
            c.Jurisdiction == jurisdiction
            && (city || (organisation != null && c.Organisation == organisation) || (district != null && c.District == district)));
    }

    /// <summary>The change, to be worked on; null where there is none for this caller.</summary>
    public static Task<MajorChange?> FindChangeAsync(this RegistryDb db, Guid id, Caller caller, CancellationToken cancellationToken) =>
        db.MajorChanges.VisibleTo(caller).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);

    public static Refusal NotFound(Guid id) => Refusal.NotFound("change", id, "重大变化报告");
}
