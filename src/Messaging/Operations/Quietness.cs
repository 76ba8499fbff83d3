using Messaging.Inbox;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;

namespace Messaging.Operations;

/// <summary>Whether anything is still on its way in this service.</summary>
/// <param name="Quiet">Nothing to publish, nothing queued, nothing in hand; parked and waiting events do not count.</param>
/// <param name="PendingOutbox">Events not yet published, parked ones excluded.</param>
/// <param name="Queued">Events that lie in this service's queues, error queues excluded; null when that cannot be told.</param>
/// <param name="InHand">Events in this process's hands, not yet acknowledged.</param>
/// <param name="Waiting">Events that wait for their subject.</param>
/// <param name="Activity">
/// Counts up with everything published or applied. Services hand events to each other, so whoever asks several of them asks all
/// twice: all quiet, and no activity between, is the quiet of the whole.
/// </param>
internal sealed record QuietView(bool Quiet, int PendingOutbox, long? Queued, int InHand, int Waiting, long Activity);

/// <summary>Looks whether the service is quiet, and waits for it after a move of the clock.</summary>
internal sealed class Quietness(
    IServiceScopeFactory scopes, BrokerQueues queues, InHand inHand, MessagingMetrics metrics, OutboxSignal signal, TimeProvider clock)
    : IAfterClockMove
{
    // A message leaves the queue a moment before this process has counted it; a second look after this pause finds it.
    private static readonly TimeSpan Handover = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private long settled;

    /// <summary>How it stands now.</summary>
    public async Task<QuietView> LookAsync(CancellationToken cancellationToken)
    {
        var first = await LookOnceAsync(cancellationToken);
        if (!first.Quiet)
        {
            return first;
        }

        await Task.Delay(Handover, clock, cancellationToken);
        var second = await LookOnceAsync(cancellationToken);
        return second with { Quiet = second.Quiet && second.Activity == first.Activity };
    }

    /// <inheritdoc />
    public async Task<int> SettleAsync(CancellationToken cancellationToken)
    {
        // Most days of a long move publish nothing, and must not take the time of a whole look. What sweeps published before
        // this call counts as well, so the count goes on from the last settling.
        if (await NothingSinceAsync(settled, cancellationToken))
        {
            return 0;
        }

        var started = clock.GetTimestamp();
        signal.Raise();
        while (!(await LookAsync(cancellationToken)).Quiet && clock.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(Handover, clock, cancellationToken);
        }

        var now = metrics.PublishedCount;
        return (int)(now - Interlocked.Exchange(ref settled, now));
    }

    private async Task<bool> NothingSinceAsync(long published, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        return !await db.Set<OutboxMessage>().Pending().AnyAsync(cancellationToken) && metrics.PublishedCount == published;
    }

    private async Task<QuietView> LookOnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var activity = metrics.Activity;

        // In the direction in which an event moves: outbox, queue, hand. One that moves on between two looks is seen at the next.
        var pending = await db.Set<OutboxMessage>().Pending().CountAsync(cancellationToken);
        var queued = await queues.ReadyAsync(cancellationToken);
        var held = inHand.Count;
        var waiting = await db.Set<InboxWaiting>().CountAsync(cancellationToken);
        return new QuietView(pending == 0 && queued == 0 && held == 0, pending, queued, held, waiting, activity);
    }
}
