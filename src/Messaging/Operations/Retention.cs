using Messaging.Inbox;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceDefaults.Data;

namespace Messaging.Operations;

/// <summary>Deletes published rows and inbox keys past their time, in small transactions. Parked rows are never deleted.</summary>
internal sealed partial class Retention(
    IServiceScopeFactory scopes, IOptions<MessagingOptions> options, TimeProvider clock, ILogger<Retention> log) : BackgroundService
{
    private readonly MessagingOptions limits = options.Value;

    /// <summary>Deletes what is due now.</summary>
    public async Task CleanAsync(PlatformDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var publishedBefore = now - limits.KeepPublished;
        var receivedBefore = now - limits.KeepInbox;
        await DeleteAsync(
            db, db.Set<OutboxMessage>().Where(row => row.PublishedAt < publishedBefore).OrderBy(row => row.PublishedAt), cancellationToken);
        await DeleteAsync(
            db, db.Set<InboxMessage>().Where(row => row.ReceivedAt < receivedBefore).OrderBy(row => row.ReceivedAt), cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(limits.CleanupInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await CleanAsync(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                NotCleaned(log, failure);
            }
        }
    }

    private async Task DeleteAsync<TRow>(PlatformDbContext db, IQueryable<TRow> old, CancellationToken cancellationToken)
        where TRow : class
    {
        int deleted;
        do
        {
            deleted = await db.WriteAsync(ct => old.Take(limits.CleanupBatch).ExecuteDeleteAsync(ct), cancellationToken);
        }
        while (deleted == limits.CleanupBatch);
    }

    [LoggerMessage(LogLevel.Warning, "Old messages could not be deleted; it is tried again at the next turn")]
    private static partial void NotCleaned(ILogger log, Exception failure);
}
