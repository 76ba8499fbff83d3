using Funding.YearSummaries;
using ServiceDefaults.Clock;

namespace Funding.Ledger;

/// <summary>Seals every few seconds, so that a posting stands unsealed only for a moment, and tells the years that it changed.</summary>
internal sealed partial class LedgerSealer(IServiceScopeFactory scopes, BusinessClock clock, TimeProvider system, ILogger<LedgerSealer> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, system);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await SealAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    private async Task SealAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SealLedger>().SealRecentAsync(clock.Today, stoppingToken);
            await scope.ServiceProvider.GetRequiredService<TellYears>().RunAsync(clock.Today, stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            Log.Failed(logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Sealing the ledger failed and is tried again.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
