using Contracts.Registry;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Notifications;
using ServiceDefaults.Clock;

namespace Reporting.Delegations;

/// <summary>Keeps who may act for whom, and tells both; revoked once is revoked for good, whatever order the two events arrive in.</summary>
internal sealed class OnDelegationChanged(ReportingDb db, BusinessClock clock) : IOn<DelegationChanged>
{
    public async Task<Applied> ApplyAsync(DelegationChanged message, CancellationToken cancellationToken)
    {
        var delegation = await db.Delegations.SingleOrDefaultAsync(d => d.Id == message.DelegationId, cancellationToken)
            ?? db.Delegations.Add(Delegation.Of(message)).Entity;
        if (message.IsRevoked && delegation.RevokedAt is null)
        {
            (delegation.RevokedAt, delegation.EndTold) = (clock.UtcNow, true);
            await db.NotifyAsync(DelegationNotices.Ended(delegation, clock.Today, clock.UtcNow), cancellationToken);
        }
        else if (delegation.RevokedAt is null && delegation.Until >= clock.Today)
        {
            await db.NotifyAsync([DelegationNotices.Given(delegation, clock.Today, clock.UtcNow)], cancellationToken);
        }

        return Applied.Done;
    }
}
