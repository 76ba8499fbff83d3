using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Deliveries;
using Reporting.Digests;
using Reporting.Notifications;

namespace Reporting.Webhooks;

/// <summary>
/// Whom a messenger names with a notice. It posts for the whole bureau, so that nobody has a post of its own: each person chooses by sort
/// of notice whether it is named with what is addressed to it.
/// </summary>
internal static class NamedPersons
{
    // Messengers bound how many may be named in one post.
    private const int Most = 100;

    /// <summary>The names by notice, in one query; of whoever was here since <paramref name="here"/>, for only its own token says what is addressed to it.</summary>
    public static async Task<ILookup<Guid, string>> NamedAsync(this ReportingDb db, Delivery delivery, DateOnly here, CancellationToken cancellationToken)
    {
        var ids = delivery.Read().Select(notice => notice.Id).ToList();
        var named = await db.Set<NotificationAddress>().Where(address => ids.Contains(address.NotificationId))
            .Join(db.Set<Subscription>(), address => address.Audience, s => s.Audience, (address, s) => new { address.NotificationId, s.Subject })
            .Join(
                db.NotificationPreferences.Where(p => p.Handle != null && p.Jurisdiction == delivery.Recipient && p.SeenOn >= here),
                told => told.Subject,
                p => p.Subject,
                (told, p) => new { told.NotificationId, told.Subject, p.Handle })
            .Where(told => db.Notifications.Any(n => n.Id == told.NotificationId
                && db.TopicChoices.Any(choice => choice.Subject == told.Subject && choice.Topic == n.Topic && choice.Named)))
            .Select(told => new { told.NotificationId, told.Handle })
            .Distinct().OrderBy(told => told.NotificationId).ThenBy(told => told.Handle).Take(Most)
            .ToListAsync(cancellationToken);
        return named.ToLookup(told => told.NotificationId, told => told.Handle!);
    }
}
