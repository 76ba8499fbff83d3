using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using ServiceDefaults.Data;

namespace Reporting.Notifications;

/// <summary>Tells persons of what a sweep has found.</summary>
internal static class Remind
{
    /// <summary>Tells what was not told yet, in a write of its own; how many that were. Two replicas that remind at once remind once.</summary>
    public static async Task<int> RemindAsync(this ReportingDb db, IEnumerable<Notification?> notices, CancellationToken cancellationToken)
    {
        var asked = notices.OfType<Notification>().ToList();
        if (asked.Count == 0)
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
