using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Messaging.Tests.Counting;

/// <summary>A message as it lay on the wire.</summary>
internal sealed record WireMessage(IReadOnlyBasicProperties Properties, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonElement.Parse(Text);

    /// <summary>Our envelope inside the bus's.</summary>
    public JsonElement Envelope => Json.GetProperty("message");
}

/// <summary>Listens to what really passes the broker, and sends by hand.</summary>
internal sealed class Tap : IAsyncDisposable
{
    private readonly IConnection connection;
    private readonly ConcurrentQueue<WireMessage> messages = new();

    private Tap(IConnection connection, IChannel channel) => (this.connection, Channel) = (connection, channel);

    public IChannel Channel { get; }

    public IReadOnlyList<WireMessage> Messages => [.. messages];

    public static async Task<Tap> OnAsync(string broker, params string[] exchanges)
    {
        var opened = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
        var tap = new Tap(opened, await opened.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true)));
        var queue = await tap.Channel.QueueDeclareAsync();
        foreach (var exchange in exchanges)
        {
            await tap.Channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true);
            await tap.Channel.QueueBindAsync(queue.QueueName, exchange, "");
        }

        var consumer = new AsyncEventingBasicConsumer(tap.Channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            tap.messages.Enqueue(new WireMessage(new BasicProperties(delivery.BasicProperties), delivery.Body.ToArray()));
            return Task.CompletedTask;
        };
        await tap.Channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer);
        return tap;
    }

    /// <summary>Sends a message, as it was or with another body, straight to a queue.</summary>
    public async Task SendAsync(string queue, WireMessage message, string? body = null) => await Channel.BasicPublishAsync(
        exchange: "", queue, mandatory: true, new BasicProperties(message.Properties), body is null ? message.Body : Encoding.UTF8.GetBytes(body));

    /// <summary>A channel that the broker may close.</summary>
    public Task<IChannel> NewChannelAsync() => connection.CreateChannelAsync();

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();
}
