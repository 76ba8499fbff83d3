using System.Text.Json;
using MassTransit;

namespace Messaging.Wire;

/// <summary>
/// What travels for every event. Only stable names are on the wire (this message's URN, the contract's name, exchanges and
/// queues made from it), so that a renamed CLR type breaks no message in flight.
/// </summary>
[MessageUrn("platform:event")]
[EntityName("platform.event")]
internal sealed record EventEnvelope
{
    /// <summary>The contract's stable name.</summary>
    public required string Type { get; init; }

    /// <summary>The stream that the event belongs to; for people who read a queue.</summary>
    public required string StreamKey { get; init; }

    /// <summary>When the publisher wrote it.</summary>
    public required DateTime OccurredAt { get; init; }

    /// <summary>W3C trace context of the write that published it.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The event itself.</summary>
    public required JsonElement Body { get; init; }
}
