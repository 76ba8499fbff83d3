using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Registers;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Matches;

/// <summary>The pushes of entries that are the caller's concern, newest first: an operator's own, a district's, the jurisdiction's.</summary>
internal static class ReadPushes
{
    public static async Task<Page<PushView>> HandleAsync(
        string? programme, Guid? entry, PageQuery page, HttpContext http, RegistryDb db, RegisterDesk desk, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var (jurisdiction, subject) = (caller.Jurisdiction, caller.Subject);
        var organisation = caller.Is(Roles.Operator) ? caller.Organisation : null;
        var district = caller.Is(Roles.DistrictReviewer) ? caller.District : null;
        var park = caller.Is(Roles.ParkReviewer) ? caller.Park : null;
        var all = caller.IsAny(Roles.CityReviewer, Roles.Leader, Roles.Auditor);
        var rows = db.RegisterPushes.AsNoTracking().Where(push => push.Jurisdiction == jurisdiction);
        if (!all)
        {
            rows = rows.Where(push =>
                (organisation != null && (push.FromOrganisation == organisation || push.ToOrganisation == organisation))
                || db.RegisterEntries.Any(e =>
                    (e.Id == push.FromEntryId || e.Id == push.ToEntryId) && (e.StartedBySubject == subject || (district != null && e.District == district) || (park != null && e.Park == park))));
        }

        rows = programme is null ? rows : rows.Where(push => push.Programme == programme);
        rows = entry is null ? rows : rows.Where(push => push.FromEntryId == entry || push.ToEntryId == entry);
        var found = await rows.ToPageAsync(page, push => push.Id, cancellationToken, newestFirst: true);
        var views = await PushView.OfAsync(found.Items, db, desk, caller, cancellationToken);
        return found.Select(push => views[push.Id]);
    }
}
