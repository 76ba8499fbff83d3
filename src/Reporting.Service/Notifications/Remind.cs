using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using ServiceDefaults.Data;

namespace Reporting.Notifications;

/// <summary>Tells persons of what a sweep has found.</summary>
internal static class Remind
{
    /// <summary>Which of some occasions were told.</summary>
    public static async Task<HashSet<string>> ToldAsync(this ReportingDb db, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var asked = keys.ToList();
        return asked.Count == 0 ? [] : await db.Notifications.Where(n => asked.Contains(n.Key)).Select(n => n.Key).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>Tells what was not told yet, in a write of its own; how many that were. Two replicas that remind at once remind once.</summary>
    public static async Task<int> RemindAsync(this ReportingDb db, IEnumerable<Notification?> notices, CancellationToken cancellationToken)
    {
        // Most of what a sweep finds was told an hour ago: then it writes nothing, and keeps no writer waiting.
        var asked = notices.OfType<Notification>().ToList();
        var told = await db.ToldAsync(asked.Select(notice => notice.Key), cancellationToken);
        if (asked.TrueForAll(notice => told.Contains(notice.Key)))
        {
            return 0;
        }

        try
        {
            return await db.WriteAsync(
                async ct =>
                {
                    await db.NotifyAsync(asked, ct);
                    return db.ChangeTracker.Entries<Notification>().Count(entry => entry.State == EntityState.Added);
                },
                cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Another replica reminded them at the same moment.
            return 0;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
