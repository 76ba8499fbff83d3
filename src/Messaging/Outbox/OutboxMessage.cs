namespace Messaging.Outbox;

/// <summary>An event that was written with the facts it tells and is to be published.</summary>
internal sealed class OutboxMessage
{
    /// <summary>Position in this database; a lower one may be committed later.</summary>
    public long Sequence { get; set; }

    /// <summary>The event's identity on the wire and in every inbox.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>Events of one stream wait for each other; other streams do not wait.</summary>
    public required string StreamKey { get; init; }

    /// <summary>The contract's stable name, never a CLR name.</summary>
    public required string Type { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>W3C trace context of the write.</summary>
    public string? TraceParent { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTime OccurredAt { get; init; }

    /// <summary>Attempts that failed through the message's own fault.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before this instant; null is at once.</summary>
    public DateTime? NextAttemptAt { get; set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? LastError { get; set; }

    /// <summary>When the broker confirmed it.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>When it was given up; an operator requeues it. Never deleted.</summary>
    public DateTime? ParkedAt { get; set; }
}
