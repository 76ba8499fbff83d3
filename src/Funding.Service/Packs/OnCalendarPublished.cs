using Contracts.Registry;
using Funding.Data;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Clock;

namespace Funding.Packs;

/// <summary>Stores a published calendar by its hash (P-3).</summary>
internal sealed class OnCalendarPublished(FundingDb db, BusinessClock clock) : IOn<CalendarPublished>
{
    public async Task<Applied> ApplyAsync(CalendarPublished message, CancellationToken cancellationToken)
    {
        if (!await db.Calendars.AnyAsync(c => c.Hash == message.Hash, cancellationToken))
        {
            db.Calendars.Add(new CalendarVersion
            {
                Hash = message.Hash,
                Year = message.Year,
                Content = message.Content,
                ReceivedAt = clock.UtcNow,
            });
        }

        return Applied.Done;
    }
}
