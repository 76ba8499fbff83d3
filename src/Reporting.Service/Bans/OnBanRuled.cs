using Contracts.Registry;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Notifications;
using ServiceDefaults.Clock;

namespace Reporting.Bans;

/// <summary>Tells of a ban that was confirmed or lifted (ZS-20, ZS-22, EO-13); nobody is told of the ban itself after its lifting.</summary>
internal sealed class OnBanRuled(ReportingDb db, BusinessClock clock) : IOn<BanRuled>
{
    public async Task<Applied> ApplyAsync(BanRuled message, CancellationToken cancellationToken)
    {
        var lifted = BanNotices.LiftedKey(message.BanId);
        if (message.LiftedOn is not null || !await db.Notifications.AnyAsync(n => n.Key == lifted, cancellationToken))
        {
            string? district = null;
            if (message.InstitutionId is { } about)
            {
                district = await db.Institutions.Where(i => i.Id == about).Select(i => i.District).SingleOrDefaultAsync(cancellationToken);
                if (district is null)
                {
                    return Applied.WaitFor(Institution.WaitingKey(about));
                }
            }

            await db.NotifyAsync([BanNotices.Of(message, district, clock.Today, clock.UtcNow)], cancellationToken);
        }

        return Applied.Done;
    }
}
