using ServiceDefaults.Authentication;

namespace Registry.Institutions;

/// <summary>Whose institution it is. What a caller may not touch does not exist for it.</summary>
internal static class InstitutionAccess
{
    /// <summary>Those that the caller's own organisation runs: as implementing body (ZS-25), or as the centre itself (ZS-10).</summary>
    public static IQueryable<Institution> RunBy(this IQueryable<Institution> institutions, Caller caller)
    {
        var (jurisdiction, organisation) = (caller.Jurisdiction, caller.Organisation);
        return institutions.Where(i =>
            organisation != null
            && i.Jurisdiction == jurisdiction
            && (i.ImplementingBodyCode == organisation || i.CentreCode == organisation));
    }

    /// <summary>Those whose files the caller may see: an operator its own, a park and a district theirs (EI-13), the city's posts their jurisdiction's.</summary>
    public static IQueryable<Institution> ConcernOf(this IQueryable<Institution> institutions, Caller caller)
    {
        var jurisdiction = caller.Jurisdiction;
        var organisation = caller.Is(Roles.Operator) ? caller.Organisation : null;
        var district = caller.Is(Roles.DistrictReviewer) ? caller.District : null;
        var park = caller.Is(Roles.ParkReviewer) ? caller.Park : null;
        var city = caller.IsAny(Roles.CityReviewer, Roles.Leader, Roles.Auditor);
        return institutions.Where(i =>
            i.Jurisdiction == jurisdiction
            && (city
                || (district != null && i.District == district)
                || (park != null && i.Park == park)
                || (organisation != null && (i.ImplementingBodyCode == organisation || i.CentreCode == organisation))));
    }
}
