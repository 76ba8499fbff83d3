using AppHost.Local.Running;

namespace AppHost.Local.Commands;

/// <summary>Shows what runs on the data folder.</summary>
internal static class StatusCommand
{
    private const int NotRunning = 3;
    private const int NotHealthy = 1;

    public static async Task<int> RunAsync(string root)
    {
        if (DataFolder.FindRunning(root) is not { } running)
        {
            Terminal.Say($"未运行 not running({root})");
            return NotRunning;
        }

        var views = await BoardClient.ReadAsync(running);
        foreach (var view in views)
        {
            Terminal.Say(ProgressReport.Describe(view) ?? $"  · {view.Name,-13} {view.State}");
        }

        ProgressReport.Banner(running);
        return views.Count > 0 && views.All(view => view.IsHealthy) ? 0 : NotHealthy;
    }
}
