using System.Collections.Concurrent;

namespace Messaging.Outbox;

/// <summary>What came of the events of one pass; written by several streams at once.</summary>
internal sealed class PassBatch
{
    private volatile bool brokerAway;

    /// <summary>Sequences that the broker confirmed.</summary>
    public ConcurrentBag<long> Published { get; } = [];

    /// <summary>Events that failed while the broker took others.</summary>
    public ConcurrentBag<(OutboxMessage Row, Exception Failure)> Failed { get; } = [];

    /// <summary>The broker takes nothing; the pass ends.</summary>
    public bool BrokerAway
    {
        get => brokerAway;
        set => brokerAway = value;
    }
}
