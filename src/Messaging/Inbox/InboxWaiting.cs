namespace Messaging.Inbox;

/// <summary>An event that names a subject which is not there yet.</summary>
internal sealed class InboxWaiting
{
    /// <summary>Order of arrival.</summary>
    public long Sequence { get; set; }

    /// <summary>The subject it waits for.</summary>
    public required string SubjectKey { get; set; }

    /// <summary>The queue it came by, which names its reaction.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The event.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The contract's stable name.</summary>
    public required string Type { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>W3C trace context of the write that published it.</summary>
    public string? TraceParent { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTime ReceivedAt { get; init; }
}
