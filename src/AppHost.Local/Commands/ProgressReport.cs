using System.Diagnostics;
using System.Globalization;
using AppHost.Local.Board;
using AppHost.Local.Running;

namespace AppHost.Local.Commands;

/// <summary>Tells a person, one line a change, how each resource becomes healthy or fails.</summary>
internal sealed class ProgressReport
{
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);

    public static void Banner(RunningStack running)
    {
        Terminal.Say(string.Empty);
        Terminal.Say($"  控制台 console    {Terminal.Green(running.Console ?? "-")}");
        Terminal.Say($"  仪表板 dashboard  {running.Dashboard}/resources");
        if (running.DemoUsers.Count > 0)
        {
            Terminal.Say("  演示用户 demo users(密码 password: demo)");
            foreach (var users in running.DemoUsers.Order(StringComparer.Ordinal).Chunk(8))
            {
                Terminal.Say($"    {string.Join("  ", users)}");
            }
        }

        Terminal.Say(string.Empty);
    }

    /// <summary>Tells what changed since the last look.</summary>
    public void Look(IReadOnlyList<ResourceView> views)
    {
        foreach (var view in views)
        {
            if (Describe(view) is { } line && (!_told.TryGetValue(view.Name, out var before) || before != line))
            {
                _told[view.Name] = line;
                Terminal.Say(view.IsHealthy ? $"{line}{Terminal.Faint($"  {Seconds()} s")}" : line);
            }
        }
    }

    /// <summary>One resource as one line; null for what needs no line yet.</summary>
    public static string? Describe(ResourceView view) => view switch
    {
        { Message: { } message } => $"  {Terminal.Red("✗")} {view.Name,-13} {message}\n      日志 log: {view.Log}",
        { IsHealthy: true } => $"  {Terminal.Green("✓")} {view.Name,-13} 健康 healthy   {string.Join("  ", view.Endpoints)}",
        { State: ResourceState.Starting } => $"  {Terminal.Faint("…")} {view.Name,-13} 启动中 starting",
        { State: ResourceState.Running } => $"  {Terminal.Red("✗")} {view.Name,-13} 不健康 unhealthy  日志 log: {view.Log}",
        _ => null,
    };

    private string Seconds() => _since.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
}
