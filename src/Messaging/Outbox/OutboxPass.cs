using System.Collections.Concurrent;
using Messaging.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceDefaults.Data;

namespace Messaging.Outbox;

/// <summary>How a pass over the outbox ended.</summary>
internal enum PassEnd
{
    /// <summary>All that was due is published.</summary>
    Done,

    /// <summary>The batch was full; there may be more.</summary>
    More,

    /// <summary>Another process is the dispatcher.</summary>
    LeasedElsewhere,

    /// <summary>The broker takes nothing.</summary>
    BrokerAway,
}

/// <summary>One look at the outbox: read what is due, publish it with no transaction open, mark what came of it.</summary>
internal sealed partial class OutboxPass(
    OutboxLeaseHolder lease, OutboxPublisher publisher, MessagingMetrics metrics, IOptions<MessagingOptions> options, TimeProvider clock,
    ILogger<OutboxPass> log)
{
    private readonly MessagingOptions limits = options.Value;

    public async Task<PassEnd> RunAsync(PlatformDbContext db, CancellationToken cancellationToken)
    {
        if (!await lease.HoldAsync(db, cancellationToken))
        {
            return PassEnd.LeasedElsewhere;
        }

        var due = await db.Set<OutboxMessage>().AsNoTracking().Due(Now()).Take(limits.BatchSize).ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return PassEnd.Done;
        }

        var batch = await PublishAsync(due, cancellationToken);

        // What is published is marked even when the process is asked to stop meanwhile.
        await MarkAsync(db, batch, CancellationToken.None);
        return batch.BrokerAway ? PassEnd.BrokerAway : due.Count == limits.BatchSize ? PassEnd.More : PassEnd.Done;
    }

    // Half a term is left when a pass begins (HoldAsync), so it must have ended by then.
    private async Task<Batch> PublishAsync(List<OutboxMessage> due, CancellationToken cancellationToken)
    {
        using var term = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        term.CancelAfter(limits.LeaseTerm / 2);
        var batch = new Batch();
        var streams = due.GroupBy(row => row.StreamKey, StringComparer.Ordinal).ToLookup(stream => stream.Any(row => row.Attempts > 0));

        // What failed before goes alone and last: an event at which the broker closes the channel takes its neighbours with it.
        foreach (var (group, width) in new[] { (streams[false], limits.ParallelStreams), (streams[true], 1) })
        {
            await Parallel.ForEachAsync(
                group,
                new ParallelOptions { MaxDegreeOfParallelism = width },
                async (stream, _) => await PublishStreamAsync(stream, batch, term.Token));
        }

        return batch;
    }

    private async Task PublishStreamAsync(IEnumerable<OutboxMessage> stream, Batch batch, CancellationToken cancellationToken)
    {
        foreach (var row in stream)
        {
            if (batch.BrokerAway || cancellationToken.IsCancellationRequested)
            {
                return;
            }

            if (!await TryPublishAsync(row, batch, cancellationToken))
            {
                return;
            }
        }
    }

    // False: its stream goes no further in this pass.
    private async Task<bool> TryPublishAsync(OutboxMessage row, Batch batch, CancellationToken cancellationToken)
    {
        try
        {
            var failure = await AttemptAsync(row, cancellationToken);
            if (failure is not null && await publisher.BrokerAnswersAsync(cancellationToken))
            {
                // The broker may have come back between the two; only the second failure is believed.
                failure = await AttemptAsync(row, cancellationToken);
            }

            if (failure is null)
            {
                batch.Published.Add(row.Sequence);
                return true;
            }

            // The broker's fault or the event's own? Asking the broker is surer than reading exceptions.
            if (await publisher.BrokerAnswersAsync(cancellationToken))
            {
                batch.Failed.Add((row, failure));
            }
            else
            {
                batch.BrokerAway = true;
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The term ended; nobody is blamed, and whether it was published does not matter: the inbox knows it.
        }

        return false;
    }

    private async Task<Exception?> AttemptAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        try
        {
            await publisher.PublishAsync(row, cancellationToken);
            return null;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return failure;
        }
    }

    private async Task MarkAsync(PlatformDbContext db, Batch batch, CancellationToken cancellationToken)
    {
        if (batch.Published.IsEmpty && batch.Failed.IsEmpty)
        {
            return;
        }

        var marked = await db.WriteAsync(
            async ct =>
            {
                // Fenced: whoever overslept its lease marks nothing; the new owner publishes again.
                if (!await lease.ExtendAsync(db, ct))
                {
                    return false;
                }

                await MarkPublishedAsync(db, [.. batch.Published], ct);
                foreach (var (row, failure) in batch.Failed)
                {
                    await MarkFailedAsync(db, row, failure, ct);
                }

                return true;
            },
            cancellationToken);
        if (marked)
        {
            metrics.Published(batch.Published.Count);
            batch.Failed.ToList().ForEach(failed => Report(failed.Row, failed.Failure));
        }
        else
        {
            Fenced(log, batch.Published.Count);
        }
    }

    private async Task MarkPublishedAsync(PlatformDbContext db, long[] sequences, CancellationToken cancellationToken)
    {
        var now = Now();
        await db.Set<OutboxMessage>()
            .Where(row => sequences.Contains(row.Sequence) && row.PublishedAt == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.PublishedAt, now).SetProperty(row => row.NextAttemptAt, (DateTime?)null), cancellationToken);
    }

    private async Task MarkFailedAsync(PlatformDbContext db, OutboxMessage row, Exception failure, CancellationToken cancellationToken)
    {
        var now = Now();
        var attempts = row.Attempts + (IsSilence(failure) ? 0 : 1);
        var parkedAt = attempts >= limits.MaxAttempts ? now : (DateTime?)null;
        var nextAttemptAt = parkedAt is null ? now + BackOff(row, failure, now) : (DateTime?)null;
        var error = MessagingModel.Shorten($"{failure.GetType().Name}: {failure.Message}");
        await db.Set<OutboxMessage>()
            .Where(stored => stored.Sequence == row.Sequence && stored.PublishedAt == null && stored.Attempts == row.Attempts)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(stored => stored.Attempts, attempts)
                    .SetProperty(stored => stored.NextAttemptAt, nextAttemptAt)
                    .SetProperty(stored => stored.LastError, error)
                    .SetProperty(stored => stored.ParkedAt, parkedAt),
                cancellationToken);
    }

    // No answer in time, from a broker that answers otherwise: its queues are still electing a leader after a restart. That is
    // not the event's fault, so it costs no attempt.
    private static bool IsSilence(Exception failure) => failure is OperationCanceledException or TimeoutException;

    // An event's own fault doubles its pause. After silence it waits as long again as it has waited, which doubles as well.
    private TimeSpan BackOff(OutboxMessage row, Exception failure, DateTime now)
    {
        var pause = IsSilence(failure) ? now - row.OccurredAt : limits.FirstBackOff * Math.Pow(2, Math.Min(row.Attempts, 20));
        return TimeSpan.FromTicks(Math.Clamp(pause.Ticks, limits.FirstBackOff.Ticks, limits.LongestBackOff.Ticks));
    }

    private void Report(OutboxMessage row, Exception failure)
    {
        var attempts = row.Attempts + 1;
        if (IsSilence(failure))
        {
            Unanswered(log, row.Sequence, row.Type);
        }
        else if (attempts >= limits.MaxAttempts)
        {
            Parked(log, row.Sequence, row.Type, attempts, failure);
        }
        else
        {
            Delayed(log, row.Sequence, row.Type, attempts, failure);
        }
    }

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;

    [LoggerMessage(LogLevel.Warning, "Event {Sequence} ({Type}) could not be published, attempt {Attempt}; its stream waits")]
    private static partial void Delayed(ILogger log, long sequence, string type, int attempt, Exception failure);

    [LoggerMessage(LogLevel.Warning, "The broker did not confirm event {Sequence} ({Type}) in time; its stream waits")]
    private static partial void Unanswered(ILogger log, long sequence, string type);

    [LoggerMessage(LogLevel.Error, "Event {Sequence} ({Type}) was parked after {Attempts} attempts; its stream waits until an administrator requeues it")]
    private static partial void Parked(ILogger log, long sequence, string type, int attempts, Exception failure);

    [LoggerMessage(LogLevel.Warning, "Another dispatcher took the lease over; {Published} published events stay unmarked and are published again")]
    private static partial void Fenced(ILogger log, int published);

    private sealed class Batch
    {
        private volatile bool brokerAway;

        public ConcurrentBag<long> Published { get; } = [];

        public ConcurrentBag<(OutboxMessage Row, Exception Failure)> Failed { get; } = [];

        public bool BrokerAway
        {
            get => brokerAway;
            set => brokerAway = value;
        }
    }
}
