using Messaging.Inbox;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceDefaults.Data;

namespace Messaging.Operations;

/// <summary>Reads the figures for the metrics, and raises the alarm for an event that waits too long for its subject.</summary>
internal sealed partial class MessagingMonitor(
    IServiceScopeFactory scopes, MessagingMetrics metrics, IOptions<MessagingOptions> options, TimeProvider clock,
    ILogger<MessagingMonitor> log) : BackgroundService
{
    private DateTime alarmedUpTo = DateTime.UnixEpoch;

    /// <summary>Reads the figures once.</summary>
    public async Task LookAsync(PlatformDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var overdueBefore = now - options.Value.WaitingAlarm;
        var oldest = await db.Set<OutboxMessage>().Pending().MinAsync(row => (DateTime?)row.OccurredAt, cancellationToken);
        metrics.Latest = new MessagingFigures(
            await db.Set<OutboxMessage>().Pending().CountAsync(cancellationToken),
            oldest is null ? TimeSpan.Zero : now - oldest.Value,
            await db.Set<OutboxMessage>().Parked().CountAsync(cancellationToken),
            await db.Set<InboxWaiting>().CountAsync(cancellationToken),
            await db.Set<InboxWaiting>().CountAsync(row => row.ReceivedAt <= overdueBefore, cancellationToken));

        var overdue = await db.Set<InboxWaiting>().AsNoTracking()
            .Where(row => row.ReceivedAt > alarmedUpTo && row.ReceivedAt <= overdueBefore)
            .OrderBy(row => row.Sequence)
            .Take(100)
            .ToListAsync(cancellationToken);
        foreach (var row in overdue)
        {
            WaitsTooLong(log, row.MessageId, row.Type, row.SubjectKey, row.ReceivedAt);
        }

        alarmedUpTo = overdueBefore;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.MonitorInterval, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await LookAsync(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                NotRead(log, failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "Event {MessageId} ({Type}) has waited for {SubjectKey} since {ReceivedAt}; see operations/waiting")]
    private static partial void WaitsTooLong(ILogger log, Guid messageId, string type, string subjectKey, DateTime receivedAt);

    [LoggerMessage(LogLevel.Warning, "The figures of messaging could not be read")]
    private static partial void NotRead(ILogger log, Exception failure);
}
