using Contracts.Registry;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Policies.Calendars;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;

namespace Packs;

/// <summary>Stores a published calendar by its hash, once (P-3). One that is not what its hash says is set aside for an operator.</summary>
internal sealed class OnCalendarPublished(PlatformDbContext db, BusinessClock clock) : IOn<CalendarPublished>
{
    public async Task<Applied> ApplyAsync(CalendarPublished message, CancellationToken cancellationToken)
    {
        var calendar = CalendarLoader.LoadPublished(message.Content, message.Hash);
        if (!await db.Set<CalendarVersion>().AnyAsync(version => version.Hash == calendar.Hash, cancellationToken))
        {
            db.Add(new CalendarVersion
            {
                Hash = calendar.Hash,
                Year = calendar.Year,
                Content = calendar.Content,
                ReceivedAt = clock.UtcNow,
            });
        }

        return Applied.Done;
    }
}
