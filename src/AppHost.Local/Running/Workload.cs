using AppHost.Local.Processes;

namespace AppHost.Local.Running;

/// <summary>One process to keep running.</summary>
/// <param name="Name">The resource's name, with its number where there are replicas.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Endpoints">Its addresses.</param>
/// <param name="Log">Where its lines go.</param>
/// <param name="WaitsFor">What must be healthy before it starts.</param>
/// <param name="StartAsync">Starts it.</param>
internal sealed record Workload(
    string Name,
    string Kind,
    IReadOnlyList<string> Endpoints,
    ResourceLog Log,
    IReadOnlyList<string> WaitsFor,
    Func<CancellationToken, Task<IRunning>> StartAsync);
