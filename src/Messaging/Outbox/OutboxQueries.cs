using Microsoft.EntityFrameworkCore;

namespace Messaging.Outbox;

/// <summary>Which rows of the outbox are meant by a word.</summary>
internal static class OutboxQueries
{
    /// <summary>Names the dispatcher's query to whoever watches the database.</summary>
    public const string DueTag = "outbox: due events";

    /// <summary>Neither published nor given up.</summary>
    public static IQueryable<OutboxMessage> Pending(this IQueryable<OutboxMessage> outbox) =>
        outbox.Where(row => row.PublishedAt == null && row.ParkedAt == null);

    /// <summary>Given up, waiting for an operator.</summary>
    public static IQueryable<OutboxMessage> Parked(this IQueryable<OutboxMessage> outbox) =>
        outbox.Where(row => row.PublishedAt == null && row.ParkedAt != null);

    /// <summary>
    /// Pending rows whose time has come and whose stream has no earlier row that is delayed or parked, in order. Looks at all
    /// pending rows each time and keeps no cursor: a lower sequence may be committed after a higher one.
    /// </summary>
    public static IQueryable<OutboxMessage> Due(this IQueryable<OutboxMessage> outbox, DateTime now) =>
        outbox.Pending()
            .Where(row => row.NextAttemptAt == null || row.NextAttemptAt <= now)
            .Where(row => !outbox.Any(earlier =>
                earlier.StreamKey == row.StreamKey && earlier.Sequence < row.Sequence && earlier.PublishedAt == null
                && (earlier.ParkedAt != null || earlier.NextAttemptAt > now)))
            .OrderBy(row => row.Sequence)
            .TagWith(DueTag);
}
