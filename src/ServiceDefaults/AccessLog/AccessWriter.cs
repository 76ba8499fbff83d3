using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceDefaults.Data;

namespace ServiceDefaults.AccessLog;

/// <summary>
/// Writes the waiting entries by the batch, so that a request does not wait for its own. The server is stopped before it, so a clean stop
/// loses nothing; while the database is away the entries wait.
/// </summary>
internal sealed partial class AccessWriter(
    AccessQueue queue, IServiceScopeFactory scopes, IOptions<AccessLogOptions> options, TimeProvider system, ILogger<AccessWriter> logger)
    : IHostedService
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    // Nothing to dispose of: a host may be stopped again after it was disposed.
    private readonly TaskCompletionSource stopping = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task work = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        work = Task.Run(RunAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Close();
        stopping.TrySetResult();
        return work.WaitAsync(cancellationToken);
    }

    private async Task RunAsync()
    {
        while (await queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            if (queue.Reader.Count < options.Value.BatchSize)
            {
                await PauseAsync(options.Value.Pause);
            }

            var batch = new List<AccessEntry>();
            while (batch.Count < options.Value.BatchSize && queue.Reader.TryRead(out var entry))
            {
                batch.Add(entry);
            }

            await WriteAsync(batch);
        }
    }

    private async Task WriteAsync(List<AccessEntry> batch)
    {
        while (!await TryWriteAsync(batch))
        {
            if (stopping.Task.IsCompleted)
            {
                Log.Lost(logger, batch.Count);
                return;
            }

            await PauseAsync(Retry);
        }
    }

    private async Task<bool> TryWriteAsync(List<AccessEntry> batch)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
            await db.WriteAsync(
                _ =>
                {
                    db.AddRange(batch);
                    return Task.CompletedTask;
                },
                CancellationToken.None);
            return true;
        }
        catch (Exception e)
        {
            // Whatever it is, the entries are still here and are tried again.
            Log.Failed(logger, e, batch.Count);
            return false;
        }
    }

    // Cut short by the stop: what waits is written at once.
    private async Task PauseAsync(TimeSpan pause) => await Task.WhenAny(Task.Delay(pause, system), stopping.Task);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Count} entries of the access log could not be written and are tried again.")]
        public static partial void Failed(ILogger logger, Exception exception, int count);

        [LoggerMessage(LogLevel.Error, "{Count} entries of the access log were lost: the database was away when the service stopped.")]
        public static partial void Lost(ILogger logger, int count);
    }
}
