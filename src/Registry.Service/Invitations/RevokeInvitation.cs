using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Invitations;

/// <summary>Whoever may invite takes an invitation back that nobody has used.</summary>
internal static class RevokeInvitation
{
    internal sealed record RevokeRequest(string Reason);

    public static async Task<Answer<InvitationView>> HandleAsync(
        Guid id, RevokeRequest request, IfMatch seen, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<Invitation>(
            async ct => await db.Invitations.VisibleTo(caller).SingleOrDefaultAsync(i => i.Id == id, ct) is { } invitation
                ? seen.Check(invitation) is { } stale ? stale : Decide(invitation, request, caller, clock.UtcNow)
                : ReadInvitations.NotFound(id),
            cancellationToken);
        return outcome.ToHttp(invitation => InvitationView.Of(invitation, clock.Today));
    }

    public static Outcome<Invitation> Decide(Invitation invitation, RevokeRequest request, Caller caller, DateTime now)
    {
        if (invitation.Status != InvitationStatus.Open)
        {
            return Refusal.Conflict("wrong-status", "invitations", "该邀请已使用或已撤回。", "The invitation has been used or revoked.").With("status", invitation.Status);
        }

        if (Reasons.Check("reason", request.Reason) is { } wordless)
        {
            return wordless;
        }

        invitation.Status = InvitationStatus.Revoked;
        (invitation.RevokedAt, invitation.RevokedByName, invitation.Reason) = (now, caller.SignedName(), request.Reason.Trim());
        return invitation;
    }
}
