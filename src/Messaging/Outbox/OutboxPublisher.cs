using System.Diagnostics;
using System.Text.Json;
using MassTransit;
using Messaging.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Messaging.Outbox;

/// <summary>Hands single events to the broker and waits for its confirmation.</summary>
internal sealed class OutboxPublisher(IBus bus, SubscriberQueues queues, ILoggerFactory loggers, IOptions<MessagingOptions> options)
{
    private const string Probe = "platform.probe";
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private readonly AttemptLog attempts = new(loggers.CreateLogger(nameof(MassTransit)));

    /// <summary>Publishes one event; returns when the broker has it safe, throws otherwise.</summary>
    public async Task PublishAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        using var activity = Traces.Continue($"publish {row.Type}", ActivityKind.Producer, row.TraceParent);
        using var body = JsonDocument.Parse(row.Body);
        var envelope = new EventEnvelope
        {
            Type = row.Type,
            StreamKey = row.StreamKey,
            OccurredAt = row.OccurredAt,
            TraceParent = activity.Id,
            Body = body.RootElement,
        };
        using var patience = new CancellationTokenSource(options.Value.PublishTimeout);
        using var ending = LetFinish(patience, cancellationToken);
        await queues.EnsureAsync(row.Type, patience.Token);
        await SendAsync(row.Type, envelope, row.MessageId, patience.Token);
    }

    /// <summary>
    /// Whether the broker takes anything at all: what tells an event's own fault from the broker's. The probe's exchange leads
    /// to no queue.
    /// </summary>
    public async Task<bool> BrokerAnswersAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.Value.PublishTimeout);
        using var ending = LetFinish(patience, cancellationToken);
        try
        {
            using var nothing = JsonDocument.Parse("{}");
            var probe = new EventEnvelope { Type = Probe, StreamKey = Probe, OccurredAt = DateTime.UnixEpoch, Body = nothing.RootElement };
            await SendAsync(Probe, probe, Guid.CreateVersion7(), patience.Token);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task SendAsync(string exchange, EventEnvelope envelope, Guid messageId, CancellationToken cancellationToken)
    {
        LogContext.ConfigureCurrentLogContext(attempts);
        var endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{exchange}?type=fanout"));

        // WaitAsync as well: a connection that is being repaired does not always heed the token.
        await endpoint.Send(envelope, context => context.MessageId = messageId, cancellationToken).WaitAsync(cancellationToken);
    }

    // What is under way when the service ends is let finish: a publish cut off half-way is a fault to the transport, and is sent again.
    private static CancellationTokenRegistration LetFinish(CancellationTokenSource patience, CancellationToken ending) =>
        ending.Register(() => patience.CancelAfter(Grace));
}
