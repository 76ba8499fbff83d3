using Contracts.Refusals;
using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Registry.Data;

namespace Registry.Applications;

/// <summary>The same project of the same body twice would ask for the same money twice.</summary>
internal static class Twins
{
    /// <summary>
    /// The refusal of a second application for a project that is under way, or whose institution stands; an application about that very
    /// institution is none. Null where there is no such twin.
    /// </summary>
    public static async Task<Refusal?> FindTwinAsync(this RegistryDb db, Application application, string clause, CancellationToken cancellationToken)
    {
        var twin = await db.Applications.AsNoTracking()
            .Where(a => a.Organisation == application.Organisation && a.Programme == application.Programme && a.Title == application.Title && a.Id != application.Id)
            .Where(a => a.InstitutionId == null || a.InstitutionId != application.InstitutionId)
            .Where(a => a.Status != ApplicationStatus.Draft && a.Status != ApplicationStatus.Refused && a.Status != ApplicationStatus.Withdrawn && a.Status != ApplicationStatus.NotSelected)
            .Where(a => (a.Status != ApplicationStatus.Entered && a.Status != ApplicationStatus.Recognised && a.Status != ApplicationStatus.Filed)
                || db.Institutions.Any(i => i.Id == a.InstitutionId
                    && (i.Standing == Standings.UnderConstruction || i.Standing == Standings.Recognised || i.Standing == Standings.Filed || i.Standing == Standings.UnderRectification)))
            .Select(a => new { a.Id, a.Status, a.InstitutionId })
            .FirstOrDefaultAsync(cancellationToken);
        return twin is null
            ? null
            : Refusal.Conflict(
                    "submitted-twice",
                    clause,
                    $"本单位的同名项目“{application.Title}”已有申请在办或已办结，不能重复申报；已列入建设的，请从该中心申请认定。",
                    $"Your organisation has an application for the project '{application.Title}' already; where it is under construction, apply for the recognition of that body.")
                .With("otherApplicationId", twin.Id)
                .With("otherStatus", twin.Status)
                .With("institutionId", twin.InstitutionId);
    }
}
