using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Reporting.Data;

namespace Reporting.Deliveries;

/// <summary>
/// Sends what is due on one channel, one after the other to each server: mail has one, of messengers every bureau its own, and one that is
/// away delays no other. A replica that comes second finds it taken.
/// </summary>
internal sealed partial class DeliveryWorker(
    DeliveryChannel channel, IServiceScopeFactory scopes, IOptions<DeliveryOptions> options, TimeProvider system, ILogger<DeliveryWorker> logger) : BackgroundService
{
    private const int Batch = 20;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(options.Value.PollInterval, system);
        try
        {
            do
            {
                await TryAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped; what was in hand is sent by the next one when its lease has run out.
        }
    }

    private async Task TryAsync(CancellationToken stopping)
    {
        try
        {
            var due = await WithDbAsync(db => Due(db).OrderBy(d => d.NextAttemptAt).ThenBy(d => d.Id).Select(d => new { d.Id, d.Recipient }).Take(Batch).ToListAsync(stopping));
            await Task.WhenAll(due.GroupBy(d => channel == DeliveryChannel.Webhook ? d.Recipient : "").Select(server => SendAsync(server.Select(d => d.Id), stopping)));
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            Log.Failed(logger, e, channel);
        }
    }

    private async Task SendAsync(IEnumerable<Guid> toOneServer, CancellationToken stopping)
    {
        foreach (var id in toOneServer)
        {
            if (await SendAsync(id, stopping) == DeliveryOutcomeKind.Away)
            {
                // The others would find it away as well, and wait for its time limit one by one.
                return;
            }
        }
    }

    private IQueryable<Delivery> Due(ReportingDb db)
    {
        var now = system.GetUtcNow().UtcDateTime;
        return db.Deliveries.Where(d => d.Channel == channel && d.State == DeliveryState.Waiting && d.NextAttemptAt <= now);
    }

    // Taken in one transaction, sent outside of any, noted in another: nobody waits for a mail server with a connection in hand.
    private async Task<DeliveryOutcomeKind?> SendAsync(Guid id, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDb>();
        if (await TakeAsync(db, id, stopping) is not { } delivery)
        {
            return null;
        }

        var sender = scope.ServiceProvider.GetServices<IDeliverySender>().Single(s => s.Channel == channel);
        var outcome = await sender.SendAsync(delivery, stopping);
        await db.WriteAsync(
            ct =>
            {
                delivery.Conclude(outcome, system.GetUtcNow().UtcDateTime, options.Value);
                return outcome.Kind == DeliveryOutcomeKind.Away && channel == DeliveryChannel.Webhook ? WaitWithAsync(db, delivery, ct) : Task.CompletedTask;
            },
            CancellationToken.None);
        if (outcome.Kind != DeliveryOutcomeKind.Sent)
        {
            Log.NotSent(logger, channel, id, delivery.Attempts, delivery.State, outcome.Error);
        }

        return outcome.Kind;
    }

    // All else that goes there waits as long: it would only stand before what goes to others.
    private Task<int> WaitWithAsync(ReportingDb db, Delivery away, CancellationToken cancellationToken) =>
        Due(db).Where(d => d.Recipient == away.Recipient && d.Id != away.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.NextAttemptAt, away.NextAttemptAt), cancellationToken);

    private async Task<Delivery?> TakeAsync(ReportingDb db, Guid id, CancellationToken stopping)
    {
        try
        {
            return await db.WriteAsync(
                async ct =>
                {
                    var delivery = await Due(db).SingleOrDefaultAsync(d => d.Id == id, ct);
                    delivery?.Take(system.GetUtcNow().UtcDateTime, options.Value);
                    return delivery;
                },
                stopping);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another replica took it at the same moment.
            return null;
        }
    }

    private async Task<T> WithDbAsync<T>(Func<ReportingDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ReportingDb>());
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Deliveries by {Channel} cannot be reached; tried again shortly.")]
        public static partial void Failed(ILogger logger, Exception exception, DeliveryChannel channel);

        [LoggerMessage(LogLevel.Warning, "Delivery {DeliveryId} by {Channel} did not go through in attempt {Attempt} and is {State}: {Error}")]
        public static partial void NotSent(ILogger logger, DeliveryChannel channel, Guid deliveryId, int attempt, DeliveryState state, string? error);
    }
}
