using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Deliveries;

namespace Reporting.Notifications;

/// <summary>Tells persons.</summary>
internal static class Notify
{
    // Messengers bound how many posts they take a minute, and people how long a post they read.
    private const int MostInOnePost = 20;

    /// <summary>
    /// Adds the notices whose key is new to the running write: one query and one insert, however many there are. A notice that nobody
    /// would receive is a mistake of whoever wrote it.
    /// </summary>
    /// <exception cref="ArgumentException">A notice is addressed to nobody.</exception>
    public static async Task NotifyAsync(this ReportingDb db, IReadOnlyCollection<Notification> notices, CancellationToken cancellationToken)
    {
        // What is told of first: of two persons who do the same at once the later one learns that it changed, not that it was told already.
        await db.SaveChangesAsync(cancellationToken);
        var asked = notices.DistinctBy(notice => notice.Key, StringComparer.Ordinal).ToList();
        var keys = asked.ConvertAll(notice => notice.Key);
        var told = await db.Notifications.Where(n => keys.Contains(n.Key)).Select(n => n.Key).ToListAsync(cancellationToken);
        told.AddRange(db.Notifications.Local.Select(n => n.Key));
        var fresh = new List<Notification>();
        foreach (var notice in asked.ExceptBy(told, notice => notice.Key, StringComparer.Ordinal))
        {
            var audiences = Audience.Of(notice);
            if (audiences.Count == 0)
            {
                throw new ArgumentException($"The notice '{notice.Key}' is addressed to nobody.", nameof(notices));
            }

            fresh.Add(notice);
            notice.Addresses.AddRange(audiences.Select(audience => new NotificationAddress { Audience = audience, NotificationId = notice.Id }));
            db.Add(notice);
        }

        await db.PostToMessengersAsync(fresh, cancellationToken);
    }

    // A messenger is a bureau's own: what goes to an applicant's operators or to one person alone is none of it.
    private static async Task PostToMessengersAsync(this ReportingDb db, List<Notification> fresh, CancellationToken cancellationToken)
    {
        var ofBureau = fresh.Where(n => n.Roles.Any(Audience.IsOfBureau)).ToLookup(n => n.Jurisdiction, StringComparer.Ordinal);
        var bureaus = ofBureau.Select(g => g.Key).ToList();
        var messengers = bureaus.Count == 0
            ? []
            : await db.Webhooks.AsNoTracking().Where(w => w.Enabled && bureaus.Contains(w.Jurisdiction)).ToListAsync(cancellationToken);
        db.AddRange(messengers
            .SelectMany(messenger => ofBureau[messenger.Jurisdiction].Where(n => messenger.Topics.Contains(n.Topic)).Chunk(MostInOnePost))
            .Select(told => Delivery.Of($"webhook:{told[0].Id}", DeliveryChannel.Webhook, told[0].Jurisdiction, told[0].Jurisdiction, told[0].Day, told)));
    }
}
