using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ServiceDefaults.Clock;

/// <summary>Runs the sweeps: every hour, after each move of the clock, and by name.</summary>
internal sealed partial class Sweeps(IServiceScopeFactory scopes, BusinessClock clock, TimeProvider system, ILogger<Sweeps> logger) : BackgroundService
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public IReadOnlyList<string> Names
    {
        get
        {
            using var scope = scopes.CreateScope();
            return [.. scope.ServiceProvider.GetServices<ISweep>().Select(sweep => sweep.Name)];
        }
    }

    /// <summary>Runs all of them for a day.</summary>
    public async Task<int> RunAllAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var name in Names)
        {
            done += await RunAsync(name, today, cancellationToken) ?? 0;
        }

        return done;
    }

    /// <summary>Runs one of them; null where there is none of that name.</summary>
    public async Task<int?> RunAsync(string name, DateOnly today, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var sweep = scope.ServiceProvider.GetServices<ISweep>().SingleOrDefault(sweep => sweep.Name == name);
        if (sweep is null)
        {
            return null;
        }

        var done = await sweep.RunAsync(today, cancellationToken);
        if (done > 0)
        {
            Log.Swept(logger, name, today, done);
        }

        return done;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // After the host is up, and then by the system clock: the law's clock may stand still or jump.
        await Task.Yield();
        using var timer = new PeriodicTimer(Hour, system);
        do
        {
            foreach (var name in Names)
            {
                await TryAsync(name, stoppingToken);
            }
        }
        while (await NextAsync(timer, stoppingToken));
    }

    private async Task TryAsync(string name, CancellationToken stopping)
    {
        try
        {
            await RunAsync(name, clock.Today, stopping);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            // The next hour tries again; one broken sweep must not stop the others or the service.
            Log.Failed(logger, e, name);
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Sweep {Sweep} for {Today} did {Count}.")]
        public static partial void Swept(ILogger logger, string sweep, DateOnly today, int count);

        [LoggerMessage(LogLevel.Error, "Sweep {Sweep} failed and runs again in an hour.")]
        public static partial void Failed(ILogger logger, Exception exception, string sweep);
    }
}
