using Messaging.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceDefaults.Data;

namespace Messaging.Outbox;

/// <summary>Writes down what came of a pass: published, delayed, parked.</summary>
internal sealed partial class OutboxMarks(
    OutboxLeaseHolder lease, MessagingMetrics metrics, IOptions<MessagingOptions> options, TimeProvider clock, ILogger<OutboxMarks> log)
{
    private readonly MessagingOptions limits = options.Value;

    /// <summary>Marks everything in one transaction, if the lease is still ours.</summary>
    public async Task WriteAsync(PlatformDbContext db, PassBatch batch, CancellationToken cancellationToken)
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
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Set<OutboxMessage>()
            .Where(row => sequences.Contains(row.Sequence) && row.PublishedAt == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.PublishedAt, now).SetProperty(row => row.NextAttemptAt, (DateTime?)null), cancellationToken);
    }

    private async Task MarkFailedAsync(PlatformDbContext db, OutboxMessage row, Exception failure, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
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

    [LoggerMessage(LogLevel.Warning, "Event {Sequence} ({Type}) could not be published, attempt {Attempt}; its stream waits")]
    private static partial void Delayed(ILogger log, long sequence, string type, int attempt, Exception failure);

    [LoggerMessage(LogLevel.Warning, "The broker did not confirm event {Sequence} ({Type}) in time; its stream waits")]
    private static partial void Unanswered(ILogger log, long sequence, string type);

    [LoggerMessage(LogLevel.Error, "Event {Sequence} ({Type}) was parked after {Attempts} attempts; its stream waits until an administrator requeues it")]
    private static partial void Parked(ILogger log, long sequence, string type, int attempts, Exception failure);

    [LoggerMessage(LogLevel.Warning, "Another dispatcher took the lease over; {Published} published events stay unmarked and are published again")]
    private static partial void Fenced(ILogger log, int published);
}
