using ServiceDefaults.Authentication;

namespace Registry.Packs;

/// <summary>The addresses of policy packs and their proposals.</summary>
internal static class PackEndpoints
{
    public static void MapPacks(this RouteGroupBuilder api)
    {
        var policies = api.MapGroup("/policies").WithTags("policies").RequireAuthorization();
        policies.MapGet("", ListPacks.HandleAsync);
        policies.MapGet("/{programme}", GetPack.HandleAsync);

        var proposals = policies.MapGroup("/proposals").RequireRoles(Roles.CityReviewer, Roles.Leader);
        proposals.MapGet("", ReadProposals.ListAsync);
        proposals.MapPost("", ProposePack.HandleAsync);
        proposals.MapGet("/{id:guid}", ReadProposals.GetAsync);
        proposals.MapPost("/{id:guid}/approve", ApprovePack.HandleAsync);
    }
}
