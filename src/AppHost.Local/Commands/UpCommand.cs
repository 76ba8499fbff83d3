using System.Globalization;
using System.Text.Json;
using AppHost.Local.Board;
using AppHost.Local.Processes;
using AppHost.Local.Running;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace AppHost.Local.Commands;

/// <summary>Runs the diagram until told to end.</summary>
internal static class UpCommand
{
    private const int DefaultDashboardPort = 15888;

    public static async Task<int> RunAsync(DistributedApplicationBuilder diagram, string root)
    {
        using var signals = new StopSignals();
        using var data = DataFolder.Take(root);
        var port = diagram.Configuration.GetValue("PLATFORM_DASHBOARD_PORT", DefaultDashboardPort) is var wanted and > 0 ? wanted : LoopbackPorts.Free();
        Preflight.Check(diagram, port);
        var stack = new Stack(diagram, data, Backoff.Default);
        var running = new RunningStack(
            Environment.ProcessId, $"http://localhost:{port.ToString(CultureInfo.InvariantCulture)}", ConsoleOf(diagram), DemoUsersOf(diagram));
        await using var dashboard = await Dashboard.StartAsync(port, stack.Board);
        data.Announce(running);

        using var reporting = new CancellationTokenSource();
        var report = ReportAsync(stack.Board, running, reporting.Token);
        var deleted = await stack.RunAsync(signals.Token);
        await reporting.CancelAsync();
        await report;
        if (deleted is null)
        {
            Terminal.Say("已停止。Stopped.");
            return 0;
        }

        throw new StartUpException(
            $"""
            运行中数据文件夹 {deleted} 被删除，平台已停止，以免把数据写入已删除的文件。请从备份恢复后再运行 ./run.sh；直接运行则从空数据开始。
            The data folder {deleted} was deleted while the platform ran; it has stopped rather than write into deleted files. Restore a backup and run ./run.sh; without one it begins empty.
            """);
    }

    private static async Task ReportAsync(ResourceBoard board, RunningStack running, CancellationToken cancellation)
    {
        var report = new ProgressReport();
        var welcomed = false;
        var before = -1L;
        try
        {
            while (true)
            {
                (before, var views) = await board.NextAsync(before, cancellation);
                report.Look(views);
                if (!welcomed && views.All(view => view.IsHealthy))
                {
                    welcomed = true;
                    ProgressReport.Banner(running);
                    Terminal.Say("  停止 stop: Ctrl-C · ./run.sh --stop");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The platform ends.
        }
    }

    private static string? ConsoleOf(DistributedApplicationBuilder diagram) =>
        diagram.Resources.SelectMany(resource => resource.Endpoints).FirstOrDefault(endpoint => endpoint.IsExternal)?.Url;

    private static List<string> DemoUsersOf(DistributedApplicationBuilder diagram) =>
        diagram.Environment.IsDevelopment() && diagram.Resources.OfType<KeycloakResource>().FirstOrDefault() is { GivenAddress: null, RealmFolder: { } folder }
            ? [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).SelectMany(UsersIn).Distinct(StringComparer.Ordinal)]
            : [];

    // A client's service account is in the realm's users as well, and nobody signs in as one.
    private static List<string> UsersIn(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return json.RootElement.TryGetProperty("users", out var users)
            ? [.. users.EnumerateArray().Where(user => !user.TryGetProperty("serviceAccountClientId", out _)).Select(user => user.GetProperty("username").GetString()!)]
            : [];
    }
}
