using Contracts.Funding;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Institutions;

namespace Reporting.Notifications;

/// <summary>Tells of money that is claimed back by decision or after a deadline (ZS-08); a settlement's claim is told with the settlement.</summary>
internal sealed class OnClawbackOpened(ReportingDb db, TellOccasion tell) : IOn<ClawbackOpened>
{
    public async Task<Applied> ApplyAsync(ClawbackOpened message, CancellationToken cancellationToken)
    {
        if (await db.Institutions.SingleOrDefaultAsync(i => i.Id == message.InstitutionId, cancellationToken) is not { } body)
        {
            return Applied.WaitFor(Institution.WaitingKey(message.InstitutionId));
        }

        await tell.ClaimedAsync(body, message, cancellationToken);
        return Applied.Done;
    }
}
