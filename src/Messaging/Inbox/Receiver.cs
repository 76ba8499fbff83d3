using System.Diagnostics;
using Messaging.Operations;
using Messaging.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Data;

namespace Messaging.Inbox;

/// <summary>The event on the wire is not the one that its queue is for, or has no identity.</summary>
internal sealed class MisroutedEventException(string message) : Exception(message);

/// <summary>Takes an event from a queue: key, reaction and what the reaction publishes are one transaction.</summary>
internal sealed class Receiver(IServiceScopeFactory scopes, MessagingMetrics metrics, TimeProvider clock)
{
    public async Task ReceiveAsync(Reaction reaction, Guid? messageId, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (!string.Equals(envelope.Type, reaction.EventName, StringComparison.Ordinal))
        {
            throw new MisroutedEventException($"'{envelope.Type}' came to the queue of '{reaction.EventName}'.");
        }

        var waiting = new InboxWaiting
        {
            SubjectKey = "",
            Endpoint = reaction.Endpoint,
            MessageId = messageId ?? throw new MisroutedEventException("The event has no message id."),
            Type = envelope.Type,
            Body = envelope.Body.GetRawText(),
            TraceParent = envelope.TraceParent,
            ReceivedAt = clock.GetUtcNow().UtcDateTime,
        };
        using var activity = Traces.Continue($"apply {reaction.EventName}", ActivityKind.Consumer, envelope.TraceParent);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        if (await IsTakenAsync(db, waiting, cancellationToken))
        {
            return;
        }

        await db.WriteAsync(ct => TakeAsync(db, scope.ServiceProvider, reaction, waiting, ct), cancellationToken);
        metrics.Applied(reaction.Endpoint);
    }

    private static Task<bool> IsTakenAsync(PlatformDbContext db, InboxWaiting message, CancellationToken cancellationToken) =>
        db.Set<InboxMessage>().AnyAsync(
            taken => taken.MessageId == message.MessageId && taken.Endpoint == message.Endpoint, cancellationToken);

    private static async Task TakeAsync(
        PlatformDbContext db, IServiceProvider services, Reaction reaction, InboxWaiting message, CancellationToken cancellationToken)
    {
        if (await IsTakenAsync(db, message, cancellationToken))
        {
            return;
        }

        // The key first: a second delivery at the same time stops here until this one ends.
        db.Add(new InboxMessage { MessageId = message.MessageId, Endpoint = message.Endpoint, ReceivedAt = message.ReceivedAt });
        if (reaction.SubjectOf is { } subjectOf)
        {
            db.Add(Kept(message, subjectOf(message.Body)));
        }

        await db.SaveChangesAsync(cancellationToken);
        var applied = await reaction.SettleAsync(db, services, message.Body, cancellationToken);
        if (applied.WaitsFor is { } subjectKey)
        {
            message.SubjectKey = subjectKey;
            db.Add(message);
        }

        if (db.WriteIsRefused)
        {
            throw new InvalidOperationException($"The reaction to {reaction.EventName} refused its own write; a reaction decides, it does not refuse.");
        }
    }

    private static ReceivedEvent Kept(InboxWaiting message, string subject) => new()
    {
        MessageId = message.MessageId,
        Type = message.Type,
        Subject = subject,
        Body = message.Body,
        ReceivedAt = message.ReceivedAt,
    };
}
