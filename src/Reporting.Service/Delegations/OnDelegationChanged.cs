using Contracts.Registry;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using ServiceDefaults.Clock;

namespace Reporting.Delegations;

/// <summary>Keeps who may act for whom; revoked once is revoked for good, whatever order the two events arrive in.</summary>
internal sealed class OnDelegationChanged(ReportingDb db, BusinessClock clock) : IOn<DelegationChanged>
{
    public async Task<Applied> ApplyAsync(DelegationChanged message, CancellationToken cancellationToken)
    {
        var delegation = await db.Delegations.SingleOrDefaultAsync(d => d.Id == message.DelegationId, cancellationToken);
        if (delegation is null)
        {
            delegation = Delegation.Of(message);
            db.Delegations.Add(delegation);
        }

        delegation.RevokedAt ??= message.IsRevoked ? clock.UtcNow : null;
        return Applied.Done;
    }
}
