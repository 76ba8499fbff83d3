using Messaging.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceDefaults.Data;

namespace Messaging.Outbox;

/// <summary>
/// Publishes what the outbox holds, one dispatcher per database. An event is published at least once: a crash between
/// publishing and marking publishes it again, and the inbox of each subscriber knows it.
/// </summary>
internal sealed partial class OutboxDispatcher(
    IServiceScopeFactory scopes, OutboxPass pass, OutboxSignal signal, OutboxLeaseHolder lease, SubscriberQueues queues,
    IOptions<MessagingOptions> options, TimeProvider clock, ILogger<OutboxDispatcher> log) : BackgroundService
{
    private PassEnd? told;

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await lease.ReleaseAsync(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), cancellationToken);
        }
        catch (Exception failure)
        {
            NotReleased(log, failure);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Taken before the look: a commit during the look raises it again.
            signal.Take();
            var end = await RunPassAsync(stoppingToken);
            if (end == PassEnd.BrokerAway)
            {
                queues.Forget();
                Tell(PassEnd.BrokerAway, failure: null);
                await Task.Delay(options.Value.BrokerAwayPause, clock, stoppingToken);
                continue;
            }

            if (end == PassEnd.Done)
            {
                await signal.WaitAsync(options.Value.PollInterval, clock, stoppingToken);
            }
            else if (end == PassEnd.LeasedElsewhere)
            {
                // The other replica's poll finds our commits.
                await Task.Delay(options.Value.PollInterval, clock, stoppingToken);
            }
        }
    }

    private async Task<PassEnd> RunPassAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var end = await pass.RunAsync(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), cancellationToken);
            told = end == PassEnd.BrokerAway ? told : null;
            return end;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Tell(PassEnd.LeasedElsewhere, failure);
            return PassEnd.LeasedElsewhere;
        }
    }

    // Once for each trouble, not at every look.
    private void Tell(PassEnd trouble, Exception? failure)
    {
        if (told == trouble)
        {
            return;
        }

        told = trouble;
        if (failure is null)
        {
            BrokerAway(log);
        }
        else
        {
            PassFailed(log, failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The broker does not answer; events stay in the outbox until it does")]
    private static partial void BrokerAway(ILogger log);

    [LoggerMessage(LogLevel.Warning, "The outbox could not be read or marked; it is tried again")]
    private static partial void PassFailed(ILogger log, Exception failure);

    [LoggerMessage(LogLevel.Information, "The dispatcher's lease was not given back; it runs out by itself")]
    private static partial void NotReleased(ILogger log, Exception failure);
}
