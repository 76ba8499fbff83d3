using Microsoft.EntityFrameworkCore;
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
internal sealed class OutboxPass(
    OutboxLeaseHolder lease, OutboxPublisher publisher, OutboxMarks marks, IOptions<MessagingOptions> options, TimeProvider clock)
{
    private readonly MessagingOptions limits = options.Value;

    public async Task<PassEnd> RunAsync(PlatformDbContext db, CancellationToken cancellationToken)
    {
        if (!await lease.HoldAsync(db, cancellationToken))
        {
            return PassEnd.LeasedElsewhere;
        }

        var due = await db.Set<OutboxMessage>().AsNoTracking().Due(clock.GetUtcNow().UtcDateTime).Take(limits.BatchSize).ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return PassEnd.Done;
        }

        var batch = await PublishAsync(due, cancellationToken);

        // What is published is marked even when the process is asked to stop meanwhile.
        await marks.WriteAsync(db, batch, CancellationToken.None);
        return batch.BrokerAway ? PassEnd.BrokerAway : due.Count == limits.BatchSize ? PassEnd.More : PassEnd.Done;
    }

    // Half a term is left when a pass begins (HoldAsync), so it must have ended by then.
    private async Task<PassBatch> PublishAsync(List<OutboxMessage> due, CancellationToken cancellationToken)
    {
        using var term = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        term.CancelAfter(limits.LeaseTerm / 2);
        var batch = new PassBatch();
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

    private async Task PublishStreamAsync(IEnumerable<OutboxMessage> stream, PassBatch batch, CancellationToken cancellationToken)
    {
        foreach (var row in stream)
        {
            if (batch.BrokerAway || cancellationToken.IsCancellationRequested || !await TryPublishAsync(row, batch, cancellationToken))
            {
                return;
            }
        }
    }

    // False: its stream goes no further in this pass.
    private async Task<bool> TryPublishAsync(OutboxMessage row, PassBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                if (await AttemptAsync(row, cancellationToken) is not { } failure)
                {
                    batch.Published.Add(row.Sequence);
                    return true;
                }

                // The broker's fault or the event's own? Asking the broker is surer than reading exceptions.
                if (!await publisher.BrokerAnswersAsync(cancellationToken))
                {
                    batch.BrokerAway = true;
                    return false;
                }

                // It may have come back between the two, so only the second failure is believed.
                if (attempt == 2)
                {
                    batch.Failed.Add((row, failure));
                    return false;
                }
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The term ended; nobody is blamed, and whether it was published does not matter: the inbox knows it.
            return false;
        }
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
}
