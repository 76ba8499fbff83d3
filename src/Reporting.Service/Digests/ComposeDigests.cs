using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Reporting.Data;
using Reporting.Deliveries;
using Reporting.Mail;
using Reporting.Notifications;
using ServiceDefaults.Clock;

namespace Reporting.Digests;

/// <summary>
/// Composes each person's digest of a day, once: what lies unread in its inboxes, is of a sort that it wants mailed and was in no digest yet. Composing waits for no mail
/// server; a day's digest that finds nothing is none.
/// </summary>
internal sealed class ComposeDigests(ReportingDb db, IOptions<DigestOptions> options, IOptions<SmtpOptions> smtp, BusinessClock clock) : ISweep
{
    private const int Batch = 50;

    public string Name => "digests";

    public async Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        if (!smtp.Value.IsConfigured || (today == clock.Today && clock.Now.Hour < options.Value.Hour))
        {
            return 0;
        }

        var (composed, more) = (0, true);
        while (more)
        {
            db.ChangeTracker.Clear();
            (var count, more) = await db.WriteAsync(ct => ComposeBatchAsync(today, ct), cancellationToken);
            composed += count;
        }

        return composed;
    }

    private async Task<(int Composed, bool More)> ComposeBatchAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var here = today.AddDays(-options.Value.MaxDaysAway);
        var persons = await db.NotificationPreferences
            .Where(p => p.Digest && p.Address != null && p.SeenOn >= here && (p.ComposedOn == null || p.ComposedOn < today))
            .OrderBy(p => p.Subject).Take(Batch).ToListAsync(cancellationToken);
        var subjects = persons.ConvertAll(p => p.Subject);
        var lines = await UnreadAsync(subjects, today, cancellationToken);
        var composed = 0;
        foreach (var person in persons)
        {
            person.ComposedOn = today;
            composed += Compose(person, lines[person.Subject], today) ? 1 : 0;
        }

        return (composed, persons.Count == Batch);
    }

    private bool Compose(NotificationPreference person, IEnumerable<Notification> unread, DateOnly today)
    {
        var notices = unread.ToList();
        if (notices.Count == 0)
        {
            return false;
        }

        db.Add(Delivery.Of($"digest:{person.Subject}:{today:yyyy-MM-dd}", DeliveryChannel.Mail, person.Jurisdiction, person.Address!, today, notices));
        db.AddRange(notices.Select(n => new DigestLine { Subject = person.Subject, NotificationId = n.Id, Day = today }));
        return true;
    }

    // Two queries for all persons of the batch, each with its own oldest: nobody waits behind a busier post. The rest comes in the next digest.
    private async Task<ILookup<string, Notification>> UnreadAsync(List<string> subjects, DateOnly today, CancellationToken cancellationToken)
    {
        var since = today.AddDays(-options.Value.MaxAgeDays);
        var lines = (await db.Set<Subscription>().Where(s => subjects.Contains(s.Subject))
            .Join(db.Set<NotificationAddress>(), s => s.Audience, a => a.Audience, (s, a) => new { s.Subject, a.NotificationId })
            .Where(line => db.Notifications.Any(n => n.Id == line.NotificationId && n.Day >= since
                    && !db.TopicChoices.Any(c => c.Subject == line.Subject && c.Topic == n.Topic && !c.Digest))
                && !db.NotificationReads.Any(r => r.Subject == line.Subject && r.NotificationId == line.NotificationId)
                && !db.Set<DigestLine>().Any(d => d.Subject == line.Subject && d.NotificationId == line.NotificationId))
            .Distinct().GroupBy(line => line.Subject)
            .Select(own => own.OrderBy(line => line.NotificationId).Take(Delivery.MostNotices).ToList())
            .ToListAsync(cancellationToken)).SelectMany(own => own).ToList();
        var ids = lines.Select(line => line.NotificationId).Distinct().ToList();
        var notices = await db.Notifications.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, cancellationToken);
        return lines.ToLookup(line => line.Subject, line => notices[line.NotificationId], StringComparer.Ordinal);
    }
}
