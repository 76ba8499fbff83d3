using ServiceDefaults.Authentication;

namespace Registry.Bans;

/// <summary>The addresses of bans.</summary>
internal static class BanEndpoints
{
    /// <summary>Who sees every ban of its jurisdiction.</summary>
    public static readonly string[] Bureau =
        [Roles.DistrictReviewer, Roles.CityReviewer, Roles.FinanceMaker, Roles.FinanceApprover, Roles.Leader, Roles.Auditor];

    public static void MapBans(this RouteGroupBuilder api)
    {
        var bans = api.MapGroup("/bans").WithTags("bans");
        bans.MapGet("", ReadBans.ListAsync).RequireRoles([.. Bureau, Roles.Operator]);
        bans.MapPost("/{id:guid}/lift", LiftBan.HandleAsync).RequireRoles(Roles.CityReviewer);
    }
}
