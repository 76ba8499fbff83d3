using ServiceDefaults.Authentication;

namespace Registry.Delegations;

/// <summary>The addresses of delegations.</summary>
internal static class DelegationEndpoints
{
    /// <summary>The posts that may be given to a deputy.</summary>
    public static readonly string[] Posts = [Roles.DistrictReviewer, Roles.CityReviewer, Roles.FinanceApprover, Roles.Leader];

    public static void MapDelegations(this RouteGroupBuilder api)
    {
        var delegations = api.MapGroup("/delegations").WithTags("delegations");
        delegations.MapPost("", GiveDelegation.HandleAsync).RequireRoles(Posts);
        delegations.MapPost("/{id:guid}/revoke", RevokeDelegation.HandleAsync).RequireRoles(Posts);
        delegations.MapGet("", ReadDelegations.ListAsync).RequireAuthorization();
    }
}
