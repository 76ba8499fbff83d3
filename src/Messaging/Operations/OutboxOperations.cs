using Contracts.Refusals;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;
using ServiceDefaults.Problems;

namespace Messaging.Operations;

/// <summary>The outbox for an administrator.</summary>
/// <param name="Pending">Events not yet published, parked ones excluded.</param>
/// <param name="OldestAgeSeconds">Age of the oldest of them.</param>
/// <param name="Parked">Events given up.</param>
/// <param name="Troubled">Events that failed at least once, parked ones included, by sequence.</param>
internal sealed record OutboxView(int Pending, long OldestAgeSeconds, int Parked, Page<TroubledEvent> Troubled);

/// <summary>An event that could not be published.</summary>
internal sealed record TroubledEvent(
    long Sequence, Guid MessageId, string StreamKey, string Type, DateTime OccurredAt, int Attempts, DateTime? NextAttemptAt,
    string? LastError, DateTime? ParkedAt);

/// <summary>Looks into the outbox and sends parked events on their way again.</summary>
internal static class OutboxOperations
{
    public static async Task<Answer<OutboxView>> InspectAsync(
        PageQuery page, PlatformDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var outbox = db.Set<OutboxMessage>().AsNoTracking();
        var oldest = await outbox.Pending().MinAsync(row => (DateTime?)row.OccurredAt, cancellationToken);
        var age = oldest is { } since ? clock.GetUtcNow().UtcDateTime - since : TimeSpan.Zero;
        var troubled = await outbox
            .Where(row => row.PublishedAt == null && (row.Attempts > 0 || row.ParkedAt != null))
            .ToPageAsync(page, row => row.Sequence, cancellationToken);
        Outcome<OutboxView> view = new OutboxView(
            await outbox.Pending().CountAsync(cancellationToken),
            (long)age.TotalSeconds,
            await outbox.Parked().CountAsync(cancellationToken),
            troubled.Select(row => new TroubledEvent(
                row.Sequence, row.MessageId, row.StreamKey, row.Type, row.OccurredAt, row.Attempts, row.NextAttemptAt, row.LastError, row.ParkedAt)));
        return view.ToHttp();
    }

    public static async Task<Answer<OutboxView>> RequeueAsync(
        long sequence, PageQuery page, PlatformDbContext db, OutboxSignal signal, TimeProvider clock, CancellationToken cancellationToken)
    {
        var requeued = await db.WriteAsync(
            ct => db.Set<OutboxMessage>().Parked().Where(row => row.Sequence == sequence).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.ParkedAt, (DateTime?)null)
                    .SetProperty(row => row.NextAttemptAt, (DateTime?)null)
                    .SetProperty(row => row.Attempts, 0),
                ct),
            cancellationToken);
        if (requeued == 0)
        {
            throw new RefusalException(Refusal.NotFound("parked-event", sequence, "已搁置的消息"));
        }

        signal.Raise();
        return await InspectAsync(page, db, clock, cancellationToken);
    }
}
