using Contracts.Funding;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Institutions;

namespace Reporting.Spending;

/// <summary>Keeps what a body spent of its money, for its report to begin with.</summary>
internal sealed class OnSpendingConfirmed(ReportingDb db) : IOn<SpendingConfirmed>
{
    public async Task<Applied> ApplyAsync(SpendingConfirmed message, CancellationToken cancellationToken)
    {
        if (!await db.Institutions.AnyAsync(i => i.Id == message.InstitutionId, cancellationToken))
        {
            return Applied.WaitFor(Institution.WaitingKey(message.InstitutionId));
        }

        if (!await db.ConfirmedSpendings.AnyAsync(s => s.StatementId == message.StatementId, cancellationToken))
        {
            db.ConfirmedSpendings.Add(ConfirmedSpending.Of(message));
        }

        return Applied.Done;
    }
}
