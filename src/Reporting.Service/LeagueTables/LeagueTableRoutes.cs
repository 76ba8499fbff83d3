using ServiceDefaults.Authentication;

namespace Reporting.LeagueTables;

/// <summary>The feature's endpoints, one file each.</summary>
internal static class LeagueTableRoutes
{
    /// <summary>Who reads league tables and bulletins; others than the bureau only those that were issued.</summary>
    public static readonly string[] Readers = [Roles.Operator, Roles.DistrictReviewer, Roles.CityReviewer, Roles.Leader, Roles.Auditor];

    /// <summary>Who issues what another person made.</summary>
    public static readonly string[] Issuers = [Roles.CityReviewer, Roles.Leader];

    /// <summary>Who sees what is not issued yet.</summary>
    public static readonly string[] Bureau = [Roles.CityReviewer, Roles.Leader, Roles.Auditor];

    public static void MapLeagueTables(this IEndpointRouteBuilder service)
    {
        var tables = service.MapGroup("/league-tables").WithTags("LeagueTables");
        ReadLeagueTables.Map(tables);
        ProposeLeagueTable.Map(tables);
        IssueLeagueTable.Map(tables);
    }
}
