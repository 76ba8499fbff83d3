using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceDefaults.Data;

namespace ServiceDefaults.Jobs;

/// <summary>Takes one job after the other.</summary>
internal sealed partial class JobWorker(IServiceScopeFactory scopes, TimeProvider system, IOptions<JobOptions> options, ILogger<JobWorker> logger) : BackgroundService
{
    private readonly string owner = $"{Environment.MachineName}/{Guid.CreateVersion7():N}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        string[] kinds = await KindsAsync();
        if (kinds.Length == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.Value.PollInterval, system);
        try
        {
            do
            {
                while (await TakeOneAsync(kinds, stoppingToken))
                {
                    // The next one, at once.
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task<string[]> KindsAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var hasTable = scope.ServiceProvider.GetService<PlatformDbContext>()?.Model.FindEntityType(typeof(Job)) is not null;
        return hasTable ? [.. scope.ServiceProvider.GetServices<IJobHandler>().Select(handler => handler.Kind)] : [];
    }

    private async Task<bool> TakeOneAsync(string[] kinds, CancellationToken stopping)
    {
        try
        {
            if (await WithQueueAsync(queue => queue.LeaseAsync(owner, kinds, stopping)) is not { } job)
            {
                return false;
            }

            await RunAsync(job, stopping);
            return true;
        }
        catch (Exception e)
        {
            // While stopping, a failure is no news: the lease runs out and another worker goes on.
            if (!stopping.IsCancellationRequested)
            {
                Log.Unreachable(logger, e);
            }

            return false;
        }
    }

    private async Task RunAsync(Job job, CancellationToken stopping)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var renewal = RenewAsync(job.Id, lost);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var handler = scope.ServiceProvider.GetServices<IJobHandler>().Single(handler => handler.Kind == job.Kind);
            var run = new JobRun(job, (done, total, checkpoint, ct) =>
                WithQueueAsync(queue => queue.ReportAsync(job.Id, owner, done, total, checkpoint, ct)));
            var result = await handler.RunAsync(run, lost.Token);
            await WithQueueAsync(queue => queue.FinishAsync(job.Id, owner, result, stopping));
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            await WithQueueAsync(queue => queue.ReleaseAsync(job.Id, owner, CancellationToken.None));
        }
        catch (Exception e) when (e is JobLostException || lost.IsCancellationRequested)
        {
            Log.Lost(logger, job.Kind, job.Id);
        }
        catch (Exception e)
        {
            Log.Failed(logger, e, job.Kind, job.Id, job.Attempts);
            await WithQueueAsync(queue => queue.PutBackAsync(job, owner, e.GetType().Name, stopping));
        }
        finally
        {
            await lost.CancelAsync();
            await renewal;
        }
    }

    private async Task RenewAsync(Guid id, CancellationTokenSource lost)
    {
        using var timer = new PeriodicTimer(options.Value.LeaseTerm / 3, system);
        try
        {
            while (await timer.WaitForNextTickAsync(lost.Token))
            {
                await WithQueueAsync(queue => queue.RenewAsync(id, owner, lost.Token));
            }
        }
        catch (Exception) when (lost.IsCancellationRequested)
        {
        }
        catch (Exception)
        {
            // Without a lease the work must stop, whatever took it.
            await lost.CancelAsync();
        }
    }

    private async Task<T> WithQueueAsync<T>(Func<JobQueue, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<JobQueue>());
    }

    private async Task WithQueueAsync(Func<JobQueue, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<JobQueue>());
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Job {Kind} {JobId} failed in attempt {Attempt}.")]
        public static partial void Failed(ILogger logger, Exception exception, string kind, Guid jobId, int attempt);

        [LoggerMessage(LogLevel.Warning, "Job {Kind} {JobId} was taken over by another worker.")]
        public static partial void Lost(ILogger logger, string kind, Guid jobId);

        [LoggerMessage(LogLevel.Error, "Jobs cannot be reached; tried again in a second.")]
        public static partial void Unreachable(ILogger logger, Exception exception);
    }
}
