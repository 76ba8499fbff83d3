using System.Diagnostics;
using AppHost.Local.Processes;
using AppHost.Local.Running;

namespace AppHost.Local.Commands;

/// <summary>Stops the platform of the data folder and waits until it is gone.</summary>
internal static class StopCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    public static async Task<int> RunAsync(string root)
    {
        var since = Stopwatch.StartNew();
        var running = DataFolder.FindRunning(root);
        if (running is not { ProcessId: > 0 })
        {
            Terminal.Say($"未运行 not running({root})");
            return 0;
        }

        Signals.Send(running.ProcessId, Signals.Terminate);
        while (DataFolder.FindRunning(root) is not null)
        {
            if (since.Elapsed > Patience)
            {
                // Its children end with it.
                Signals.Send(running.ProcessId, Signals.Kill);
            }

            await Task.Delay(LookEvery);
        }

        Terminal.Say("已停止。Stopped.");
        return 0;
    }
}
