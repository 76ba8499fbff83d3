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
        bans.MapGet("/{id:guid}", ReadBans.GetAsync).RequireRoles([.. Bureau, Roles.Operator]);
        bans.MapPost("/{id:guid}/lift", LiftBan.ProposeAsync).RequireRoles(Roles.CityReviewer);
        bans.MapPost("/{id:guid}/lift/confirm", LiftBan.ConfirmAsync).RequireRoles(Roles.CityReviewer, Roles.Leader);
        bans.MapPost("/{id:guid}/lift/refuse", LiftBan.RefuseAsync).RequireRoles(Roles.CityReviewer, Roles.Leader);
    }
}
