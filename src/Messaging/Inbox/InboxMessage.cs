namespace Messaging.Inbox;

/// <summary>An event that an endpoint has taken; the key that makes its effect happen once.</summary>
internal sealed class InboxMessage
{
    /// <summary>The event.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The queue it came by.</summary>
    public required string Endpoint { get; init; }

    /// <summary>When.</summary>
    public required DateTime ReceivedAt { get; init; }
}
