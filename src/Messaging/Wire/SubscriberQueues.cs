using System.Collections.Concurrent;
using RabbitMQ.Client;

namespace Messaging.Wire;

/// <summary>
/// Makes an event's exchange and its subscribers' queues before the first publish. A broker drops an event that no queue is
/// bound for, and a subscriber that has never run yet has made none: what it must know would be lost.
/// </summary>
internal sealed class SubscriberQueues(BrokerConnection broker, EventCatalogue catalogue) : IDisposable
{
    private readonly ConcurrentDictionary<string, bool> made = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim making = new(1);

    /// <summary>Makes them once per process, exactly as the subscribers' own bus does.</summary>
    public async Task EnsureAsync(string eventName, CancellationToken cancellationToken)
    {
        if (made.ContainsKey(eventName))
        {
            return;
        }

        // One at a time: to the second who declares a queue, the broker says that it is there before the first one's has a leader, and refuses
        // what is published to it.
        await making.WaitAsync(cancellationToken);
        try
        {
            if (!made.ContainsKey(eventName))
            {
                await MakeAsync(eventName, cancellationToken);
                made[eventName] = true;
            }
        }
        finally
        {
            making.Release();
        }
    }

    /// <summary>Forgets what was made: a broker that was away may have come back empty.</summary>
    public void Forget() => made.Clear();

    /// <inheritdoc />
    public void Dispose() => making.Dispose();

    private async Task MakeAsync(string eventName, CancellationToken cancellationToken)
    {
        await using var channel = await broker.OpenChannelAsync(cancellationToken);
        await channel.ExchangeDeclareAsync(eventName, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
        foreach (var service in catalogue.SubscribersOf(eventName))
        {
            var endpoint = EventCatalogue.EndpointOf(service, eventName);
            await channel.QueueDeclareAsync(
                endpoint, durable: true, exclusive: false, autoDelete: false,
                QueueArguments.All.ToDictionary(pair => pair.Key, object? (pair) => pair.Value, StringComparer.Ordinal),
                cancellationToken: cancellationToken);
            await channel.ExchangeDeclareAsync(endpoint, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
            await channel.QueueBindAsync(endpoint, endpoint, routingKey: "", cancellationToken: cancellationToken);
            await channel.ExchangeBindAsync(endpoint, eventName, routingKey: "", cancellationToken: cancellationToken);
        }
    }
}
