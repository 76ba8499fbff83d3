using Microsoft.EntityFrameworkCore;
using Reporting.Data;

namespace Reporting.Notifications;

/// <summary>Tells persons.</summary>
internal static class Notify
{
    /// <summary>
    /// Adds the notices whose key is new to the running write: one query and one insert, however many there are. A notice that nobody
    /// would receive is a mistake of whoever wrote it.
    /// </summary>
    /// <exception cref="ArgumentException">A notice is addressed to nobody.</exception>
    public static async Task NotifyAsync(this ReportingDb db, IReadOnlyCollection<Notification> notices, CancellationToken cancellationToken)
    {
        var asked = notices.DistinctBy(notice => notice.Key, StringComparer.Ordinal).ToList();
        var keys = asked.ConvertAll(notice => notice.Key);
        var told = await db.Notifications.Where(n => keys.Contains(n.Key)).Select(n => n.Key).ToListAsync(cancellationToken);
        told.AddRange(db.Notifications.Local.Select(n => n.Key));
        foreach (var notice in asked.ExceptBy(told, notice => notice.Key, StringComparer.Ordinal))
        {
            var audiences = Audience.Of(notice);
            if (audiences.Count == 0)
            {
                throw new ArgumentException($"The notice '{notice.Key}' is addressed to nobody.", nameof(notices));
            }

            notice.Addresses.AddRange(audiences.Select(audience => new NotificationAddress { Audience = audience, NotificationId = notice.Id }));
            db.Add(notice);
        }
    }
}
