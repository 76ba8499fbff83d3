using Microsoft.EntityFrameworkCore;
using Registry.Selections;
using ServiceDefaults.Authentication;

namespace Registry.Applications;

/// <summary>Which applications a caller may see. What it may not see does not exist for it.</summary>
internal static class ApplicationAccess
{
    /// <summary>
    /// An operator its organisation's, a park its park's (EI-13), a district reviewer its district's, the city's posts their jurisdiction's, an expert what it
    /// scores and is not recused from. A draft is its applicant's alone.
    /// </summary>
    public static IQueryable<Application> VisibleTo(this IQueryable<Application> applications, Caller caller)
    {
        var jurisdiction = caller.Jurisdiction;
        var organisation = caller.Is(Roles.Operator) ? caller.Organisation : null;
        var district = caller.Is(Roles.DistrictReviewer) ? caller.District : null;
        var park = caller.Is(Roles.ParkReviewer) ? caller.Park : null;
        var city = caller.Is(Roles.CityReviewer) || caller.Is(Roles.Leader) || caller.Is(Roles.Auditor);
        var expert = caller.Is(Roles.Expert) ? caller.Subject : null;
        return applications.Where(a =>
            a.Jurisdiction == jurisdiction
            && ((organisation != null && a.Organisation == organisation)
                || (expert != null && a.ScoreSheets.Any(sheet => sheet.ExpertSubject == expert && sheet.Status != SheetStatus.Recused))
                || (a.Status != ApplicationStatus.Draft && (city || (district != null && a.District == district) || (park != null && a.Park == park)))));
    }

    /// <summary>An operator's own applications: the only ones it may touch.</summary>
    public static IQueryable<Application> OwnedBy(this IQueryable<Application> applications, Caller caller)
    {
        var (jurisdiction, organisation) = (caller.Jurisdiction, caller.Organisation);
        return applications.Where(a => organisation != null && a.Jurisdiction == jurisdiction && a.Organisation == organisation);
    }

    /// <summary>
    /// Holds an application's row while its applicant may still change it, so that handing it in and changing its files come one after
    /// the other; false where it has been handed in. Its version stays: a file lies beside the answers that somebody may be typing.
    /// </summary>
    public static async Task<bool> HoldOpenAsync(this IQueryable<Application> applications, Guid id, CancellationToken cancellationToken) =>
        await applications
            .Where(a => a.Id == id && (a.Status == ApplicationStatus.Draft || a.Status == ApplicationStatus.Returned))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Round, a => a.Round), cancellationToken) > 0;

    /// <summary>What a district reviewer has to review: its own district's, drafts excepted.</summary>
    public static IQueryable<Application> InDistrictOf(this IQueryable<Application> applications, Caller caller)
    {
        var (jurisdiction, district) = (caller.Jurisdiction, caller.District);
        return applications.Where(a =>
            district != null && a.Jurisdiction == jurisdiction && a.District == district && a.Status != ApplicationStatus.Draft);
    }
}
