using System.Diagnostics;
using System.Globalization;
using AppHost.Local.Board;
using AppHost.Local.Processes;
using AppHost.Local.Running;

namespace AppHost.Local.Commands;

/// <summary>Waits until the platform of a process started in the background is healthy, telling how it goes.</summary>
internal static class WaitCommand
{
    private const int GiveUpAfterRestarts = 5;
    private static readonly TimeSpan UntilItIsHealthy = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    public static async Task<int> RunAsync(string root, string? processId)
    {
        var since = Stopwatch.StartNew();
        var report = new ProgressReport();
        while (since.Elapsed < UntilItIsHealthy)
        {
            if (int.TryParse(processId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && !Signals.IsAlive(id))
            {
                return 1;
            }

            var running = DataFolder.FindRunning(root) is { ProcessId: > 0 } announced ? announced : null;
            IReadOnlyList<ResourceView> views = running is null ? [] : await BoardClient.ReadAsync(running);
            report.Look(views);
            if (views.Count > 0 && views.All(view => view.IsHealthy))
            {
                ProgressReport.Banner(running!);
                return 0;
            }

            if (views.FirstOrDefault(view => view.Restarts >= GiveUpAfterRestarts) is { } failing)
            {
                Terminal.Complain($"{failing.Name} 反复退出，平台仍在重试。停止：./run.sh --stop\n{failing.Name} keeps ending; the platform goes on trying. Stop it: ./run.sh --stop");
                return 1;
            }

            await Task.Delay(LookEvery);
        }

        Terminal.Complain("平台未能在五分钟内就绪，见上面的日志。The platform was not ready within five minutes; see the logs above.");
        return 1;
    }
}
