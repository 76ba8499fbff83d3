using Contracts.Refusals;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Delegations;

/// <summary>The reviewer takes its post back; from then on the deputy does nothing more in it.</summary>
internal static class RevokeDelegation
{
    public static async Task<Answer<DelegationView>> HandleAsync(
        Guid id, IfMatch seen, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<Delegation>(
            async ct =>
            {
                var delegation = await db.Delegations.SingleOrDefaultAsync(d => d.Id == id && d.PrincipalSubject == caller.Subject, ct);
                if (delegation is null)
                {
                    return Refusal.NotFound("delegation", id, "委托");
                }

                if (seen.Check(delegation) is { } stale)
                {
                    return stale;
                }

                if (delegation.RevokedAt is not null || delegation.Until < clock.Today)
                {
                    return Refusal.Conflict("delegation-over", "until", "该委托已结束。", "The delegation is over already.").With("delegationId", id);
                }

                delegation.RevokedAt = clock.UtcNow;
                db.Publish($"delegation/{delegation.Id}", delegation.Announce());
                return delegation;
            },
            cancellationToken);
        return outcome.ToHttp(delegation => DelegationView.Of(delegation, clock.Today));
    }
}
