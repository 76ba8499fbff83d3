using ServiceDefaults.Authentication;

namespace Registry.Invitations;

/// <summary>The addresses of invitations.</summary>
internal static class InvitationEndpoints
{
    private static readonly string[] Inviters = [Roles.DistrictReviewer, Roles.CityReviewer];

    public static void MapInvitations(this RouteGroupBuilder api)
    {
        var invitations = api.MapGroup("/invitations").WithTags("invitations");
        invitations.MapPost("", InviteOperator.HandleAsync).RequireRoles(Inviters);
        invitations.MapGet("", ReadInvitations.ListAsync).RequireRoles([.. Inviters, Roles.Leader, Roles.Auditor]);
        invitations.MapGet("/{id:guid}", ReadInvitations.GetAsync).RequireRoles([.. Inviters, Roles.Leader, Roles.Auditor]);
        invitations.MapPost("/{id:guid}/revoke", RevokeInvitation.HandleAsync).RequireRoles(Inviters);

        // Whoever is signed in: the invited account has no post yet.
        invitations.MapPost("/redeem", RedeemInvitation.HandleAsync).RequireAuthorization();
    }
}
