using System.Data.Common;
using Microsoft.Extensions.Hosting;

namespace ServiceDefaults.Clock;

/// <summary>Sees another replica's move of the clock within half a second, on a connection that nobody waits for.</summary>
internal sealed class ClockWatch(ClockOffsets offsets, TimeProvider system) : BackgroundService
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Freshness, system);
        while (offsets.Adjustable && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                offsets.Refresh();
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception exception) when (exception is DbException or InvalidOperationException || exception.InnerException is DbException)
            {
                // The database is away: the last offset stands, and the next tick tries again.
            }
        }
    }
}
