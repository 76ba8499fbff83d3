using System.Diagnostics;
using Messaging.Wire;
using ServiceDefaults.Data;

namespace Messaging.Outbox;

/// <summary>How a use case publishes.</summary>
public static class OutboxPublishing
{
    /// <summary>
    /// Publishes <paramref name="event"/> with the facts of the running write: it reaches every subscriber at least once if the
    /// write commits, and nobody if it does not.
    /// </summary>
    /// <param name="db">The context that writes the facts.</param>
    /// <param name="streamKey">Whose event it is (<c>institution/0192…</c>): events of one stream are published one after the other.</param>
    /// <param name="event">A contract with an <see cref="Contracts.EventNameAttribute"/>.</param>
    public static void Publish<TEvent>(this PlatformDbContext db, string streamKey, TEvent @event)
        where TEvent : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(streamKey);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(streamKey.Length, MessagingModel.KeyLength, nameof(streamKey));
        db.Add(new OutboxMessage
        {
            MessageId = Guid.CreateVersion7(),
            StreamKey = streamKey,
            Type = EventCatalogue.NameOf(typeof(TEvent)),
            Body = EventJson.Write(@event),
            TraceParent = Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null,
            OccurredAt = TimeProvider.System.GetUtcNow().UtcDateTime,
        });
    }
}
