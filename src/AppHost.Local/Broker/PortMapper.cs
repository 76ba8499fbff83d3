using AppHost.Local.Processes;

namespace AppHost.Local.Broker;

/// <summary>
/// Erlang's port mapper (epmd) as a guarded child. Left to itself Erlang starts one that makes itself a daemon and outlives everything; so
/// this one runs first, and is started again should it end, before the broker's own check (once a minute) would start a daemon.
/// </summary>
internal sealed class PortMapper : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(50);

    private readonly BrokerFolder _folder;
    private readonly Action<string> _onLine;
    private readonly CancellationTokenSource _stopping = new();
    private GuardedProcess _process;
    private readonly Task _watch;

    private PortMapper(BrokerFolder folder, Action<string> onLine, GuardedProcess process)
    {
        _folder = folder;
        _onLine = onLine;
        _process = process;
        _watch = WatchAsync();
    }

    public static async Task<PortMapper> StartAsync(BrokerFolder folder, Action<string> onLine)
    {
        var process = await RunAsync(folder, onLine);
        while (LoopbackPorts.IsFree(folder.EpmdPort))
        {
            if (process.Exited.IsCompleted)
            {
                throw new StartUpException("无法启动 epmd(Erlang 端口映射)。请重新安装 rabbitmq-server。\nCannot start epmd, Erlang's port mapper. Reinstall rabbitmq-server.");
            }

            await Task.Delay(Grace);
        }

        return new PortMapper(folder, onLine, process);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _watch;
        await _process.DisposeAsync();
        _stopping.Dispose();
    }

    private static Task<GuardedProcess> RunAsync(BrokerFolder folder, Action<string> onLine) =>
        GuardedProcess.StartAsync(new ChildProgram("epmd", ["-address", "127.0.0.1"], folder.Root, folder.Variables(), onLine));

    private async Task WatchAsync()
    {
        try
        {
            while (true)
            {
                await _process.Exited.WaitAsync(_stopping.Token);
                await Task.Delay(Grace, _stopping.Token);
                await _process.DisposeAsync();
                _process = await RunAsync(_folder, _onLine);
            }
        }
        catch (OperationCanceledException)
        {
            // The broker is being stopped.
        }
    }
}
