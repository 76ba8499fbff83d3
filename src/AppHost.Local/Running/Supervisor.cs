using System.Diagnostics;
using System.Globalization;
using AppHost.Local.Board;
using AppHost.Local.Processes;

namespace AppHost.Local.Running;

/// <summary>Keeps one workload running: waits for what it needs, starts it, watches its health, starts it again with growing pauses.</summary>
internal sealed class Supervisor(Workload workload, ResourceBoard board, Backoff backoff)
{
    private static readonly TimeSpan ProbeWhileStarting = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan ProbeWhileHealthy = TimeSpan.FromSeconds(2);

    // After so long in health the next failure is a new one, not one more of a row.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    private ResourceView _view = new(workload.Name, workload.Kind, ResourceState.Waiting, ResourceHealth.Unknown, workload.Endpoints, Log: workload.Log.Path);

    /// <summary>Shows the workload on the board before it runs.</summary>
    public void Show() => Put(_view);

    /// <summary>Runs until told to stop; then the workload is stopped in order.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            var failures = 0;
            while (true)
            {
                Put(_view with { State = failures == 0 ? ResourceState.Waiting : ResourceState.Restarting });
                await board.WhenHealthyAsync(workload.WaitsFor, stopping);
                var (why, lived) = await RunOnceAsync(stopping);
                failures = lived > Settled ? 1 : failures + 1;
                var pause = backoff.After(failures);
                var seconds = pause.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
                Put(_view with
                {
                    State = ResourceState.Restarting,
                    Health = ResourceHealth.Unhealthy,
                    Pid = null,
                    Restarts = _view.Restarts + 1,
                    Message = $"{why};{seconds} 秒后重启 restarts in {seconds} s",
                });
                await Task.Delay(pause, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Put(_view with { State = ResourceState.Stopped, Health = ResourceHealth.Unknown, Pid = null, Message = null });
        }
    }

    private async Task<(string Why, TimeSpan Lived)> RunOnceAsync(CancellationToken stopping)
    {
        var since = Stopwatch.StartNew();
        Put(_view with { State = ResourceState.Starting, Health = ResourceHealth.Unknown, Message = null });
        try
        {
            await using var running = await workload.StartAsync(stopping);
            Put(_view with { Pid = running.Id });
            try
            {
                await WatchAsync(running, stopping);
            }
            finally
            {
                if (stopping.IsCancellationRequested)
                {
                    await running.StopAsync();
                }
            }

            var code = await running.Exited;
            var last = workload.Log.LastLine is { } line ? $":{line}" : string.Empty;
            return ($"已退出({code}) exited with {code}{last}", since.Elapsed);
        }
        catch (StartUpException e)
        {
            workload.Log.WriteLine(e.Message);
            return (e.Message.ReplaceLineEndings(" "), since.Elapsed);
        }
    }

    private async Task WatchAsync(IRunning running, CancellationToken stopping)
    {
        while (!running.Exited.IsCompleted)
        {
            var healthy = await running.IsHealthyAsync(stopping);
            var state = healthy ? ResourceState.Running : _view.State;
            var health = healthy ? ResourceHealth.Healthy : _view.State == ResourceState.Running ? ResourceHealth.Unhealthy : ResourceHealth.Unknown;
            Put(_view with { State = state, Health = health });
            await Task.WhenAny(running.Exited, Task.Delay(healthy ? ProbeWhileHealthy : ProbeWhileStarting, stopping));
            stopping.ThrowIfCancellationRequested();
        }
    }

    private void Put(ResourceView view)
    {
        _view = view;
        board.Put(view);
    }
}
