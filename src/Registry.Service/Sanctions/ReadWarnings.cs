using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Sanctions;

/// <summary>The reminders of ended rectifications that wait for their re-evaluation: the city's posts see their jurisdiction's, a district its own.</summary>
internal static class ReadWarnings
{
    /// <summary>A reminder as it is shown.</summary>
    internal sealed record RectificationWarningView(
        Guid Id, Guid SanctionId, Guid InstitutionId, string InstitutionName, string Programme, string District, DateOnly LastDay, DateOnly RaisedOn);

    public static async Task<Page<RectificationWarningView>> ListAsync(PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var (jurisdiction, district) = (caller.Jurisdiction, caller.District);
        var city = caller.IsAny(Roles.CityReviewer, Roles.Leader, Roles.Auditor);
        // One that was put right, taken back or followed by the end of the body waits for nobody any more (ZS-19).
        var warnings = db.RectificationWarnings.AsNoTracking()
            .Where(w => w.Jurisdiction == jurisdiction && (city || w.District == district))
            .Where(w => db.Institutions.Any(i => i.Id == w.InstitutionId && i.Standing == Standings.UnderRectification)
                && db.SanctionCases.Any(c => c.Id == w.SanctionId && c.Status == SanctionStatus.Confirmed));
        return (await warnings.ToPageAsync(page, w => w.Id, cancellationToken, newestFirst: true))
            .Select(w => new RectificationWarningView(w.Id, w.SanctionId, w.InstitutionId, w.InstitutionName, w.Programme, w.District, w.LastDay, w.RaisedOn));
    }
}
