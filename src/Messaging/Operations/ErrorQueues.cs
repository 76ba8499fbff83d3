using System.Text;
using System.Text.Json;
using MassTransit;
using RabbitMQ.Client;

namespace Messaging.Operations;

/// <summary>An event that was set aside.</summary>
/// <param name="MessageId">Its identity.</param>
/// <param name="FailedAt">When it was set aside, as the bus wrote it.</param>
/// <param name="Error">Kind of the failure.</param>
/// <param name="Reason">The failure's message.</param>
/// <param name="Content">What was received: JSON where it is, else text.</param>
internal sealed record SetAsideEvent(string? MessageId, string? FailedAt, string? Error, string? Reason, object Content);

/// <summary>Looks at events that were set aside and sends them to their queue again.</summary>
internal sealed class ErrorQueues(BrokerQueues queues)
{
    private const string FaultHeaders = "MT-Fault-";
    private const int MostLooks = 100;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// The first events of an error queue. They are taken in hand and given back, because a queue can be read in no other way; two
    /// who look at once see different ones. A channel that breaks meanwhile gives them back too.
    /// </summary>
    public Task<IReadOnlyList<SetAsideEvent>> PeekAsync(string queue, int limit, CancellationToken cancellationToken) =>
        queues.WithChannelAsync<IReadOnlyList<SetAsideEvent>>(
            async channel =>
            {
                var seen = new List<SetAsideEvent>();
                var last = 0UL;
                while (seen.Count < limit && await channel.BasicGetAsync(queue, autoAck: false, cancellationToken) is { } message)
                {
                    seen.Add(View(message));
                    last = message.DeliveryTag;
                }

                if (seen.Count > 0)
                {
                    await channel.BasicNackAsync(last, multiple: true, requeue: true, cancellationToken);
                    await AwaitReturnAsync(channel, queue, seen.Count, cancellationToken);
                }

                return seen;
            },
            cancellationToken);

    /// <summary>
    /// Sends what lies in an error queue now to <paramref name="endpoint"/> again. Each event leaves the error queue only after
    /// the broker has it safe there; one that is sent twice by a crash in between is known to the inbox.
    /// </summary>
    public Task<int> ReplayAsync(string queue, string endpoint, CancellationToken cancellationToken) =>
        queues.WithChannelAsync(
            async channel =>
            {
                var left = (await channel.QueueDeclarePassiveAsync(queue, cancellationToken)).MessageCount;
                var replayed = 0;
                while (replayed < left && await channel.BasicGetAsync(queue, autoAck: false, cancellationToken) is { } message)
                {
                    var properties = new BasicProperties(message.BasicProperties) { Headers = WithoutFault(message.BasicProperties.Headers) };
                    await channel.BasicPublishAsync(exchange: "", endpoint, mandatory: true, properties, message.Body, cancellationToken);
                    await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
                    replayed++;
                }

                return replayed;
            },
            cancellationToken);

    // The broker takes them back in its own time; whoever looks or replays next must find them.
    private static async Task AwaitReturnAsync(IChannel channel, string queue, int count, CancellationToken cancellationToken)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            if ((await channel.QueueDeclarePassiveAsync(queue, cancellationToken)).MessageCount >= count)
            {
                return;
            }

            await Task.Delay(BetweenLooks, cancellationToken);
        }
    }

    private static Dictionary<string, object?> WithoutFault(IDictionary<string, object?>? headers) =>
        (headers ?? new Dictionary<string, object?>(StringComparer.Ordinal))
            .Where(header => !header.Key.StartsWith(FaultHeaders, StringComparison.Ordinal) && header.Key != MessageHeaders.Reason)
            .ToDictionary(StringComparer.Ordinal);

    private static SetAsideEvent View(BasicGetResult message)
    {
        var headers = message.BasicProperties.Headers;
        return new SetAsideEvent(
            message.BasicProperties.MessageId,
            Text(headers, MessageHeaders.FaultTimestamp),
            Text(headers, MessageHeaders.FaultExceptionType),
            Text(headers, MessageHeaders.FaultMessage) ?? Text(headers, MessageHeaders.Reason),
            Content(Encoding.UTF8.GetString(message.Body.Span)));
    }

    private static string? Text(IDictionary<string, object?>? headers, string name) =>
        headers is not null && headers.TryGetValue(name, out var value)
            ? value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value?.ToString()
            : null;

    private static object Content(string body)
    {
        try
        {
            var content = JsonElement.Parse(body);

            // The bus wraps our envelope in its own; only ours says something to a person.
            return content.ValueKind == JsonValueKind.Object && content.TryGetProperty("message", out var envelope) ? envelope : content;
        }
        catch (JsonException)
        {
            return body;
        }
    }
}
