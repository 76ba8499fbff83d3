using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Invitations;

/// <summary>The invitations, without their codes: a district its own, the city's posts their jurisdiction's.</summary>
internal static class ReadInvitations
{
    public static async Task<Page<InvitationView>> ListAsync(
        Choice<InvitationStatus>? status, string? organisation, PageQuery page, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        var invitations = db.Invitations.AsNoTracking().VisibleTo(http.Caller());
        invitations = organisation is null ? invitations : invitations.Where(i => i.OrganisationCode == organisation);
        if (status is { Value: var wanted })
        {
            invitations = invitations.Where(i => i.Status == wanted);
        }

        return (await invitations.ToPageAsync(page, i => i.Id, cancellationToken, newestFirst: true)).Select(i => InvitationView.Of(i, clock.Today));
    }

    public static async Task<Answer<InvitationView>> GetAsync(Guid id, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        var invitation = await db.Invitations.AsNoTracking().VisibleTo(http.Caller()).SingleOrDefaultAsync(i => i.Id == id, cancellationToken);
        Outcome<Invitation> outcome = invitation is null ? NotFound(id) : invitation;
        return outcome.ToHttp(found => InvitationView.Of(found, clock.Today));
    }

    public static Refusal NotFound(Guid id) => Refusal.NotFound("invitation", id, "邀请");

    public static IQueryable<Invitation> VisibleTo(this IQueryable<Invitation> invitations, Caller caller)
    {
        var (jurisdiction, city) = (caller.Jurisdiction, caller.IsAny(Roles.CityReviewer, Roles.Leader, Roles.Auditor));
        var district = caller.Is(Roles.DistrictReviewer) ? caller.District : null;
        return invitations.Where(i => i.Jurisdiction == jurisdiction && (city || (district != null && i.District == district)));
    }
}
