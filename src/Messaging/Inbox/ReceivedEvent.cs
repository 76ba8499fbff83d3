namespace Messaging.Inbox;

/// <summary>
/// An event as it was received, kept for good: what a service projects from its neighbours' events can be built anew from these. A
/// service keeps those that it names by <see cref="MessagingBuilder.Keep{TEvent}"/>. Rows are only ever added.
/// </summary>
public sealed class ReceivedEvent
{
    /// <summary>Order of arrival, given by the database.</summary>
    public long Sequence { get; init; }

    /// <summary>The event.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The contract's stable name.</summary>
    public required string Type { get; init; }

    /// <summary>What it is about: all events that a projected row is built from have the same subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>Reads the event.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is no <typeparamref name="TEvent"/>.</exception>
    public TEvent Read<TEvent>()
        where TEvent : class => Wire.EventJson.Read<TEvent>(Body);
}
