using AppHost.Local.Board;
using Aspire.Hosting;

namespace AppHost.Local.Running;

/// <summary>A diagram in operation: started in order of its waits, stopped in the reverse order.</summary>
internal sealed class Stack
{
    private readonly ResourceBoard _board = new();
    private readonly DataFolder _data;
    private readonly Plan _plan;
    private readonly List<Tier> _tiers;

    public Stack(DistributedApplicationBuilder diagram, DataFolder data, Backoff backoff)
    {
        _data = data;
        _plan = new Plan(diagram, data);
        _plan.Fixtures.ForEach(_board.Put);
        _tiers = [.. _plan.Workloads
            .GroupBy(Depth)
            .OrderBy(tier => tier.Key)
            .Select(tier => new Tier([.. tier.Select(workload => new Supervisor(workload, _board, backoff))]))];
    }

    public ResourceBoard Board => _board;

    /// <summary>Runs until told to stop.</summary>
    /// <returns>Null, or the folder that somebody deleted meanwhile, which ends the platform too.</returns>
    public async Task<string?> RunAsync(CancellationToken stopping)
    {
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _tiers.ForEach(tier => tier.Start());
        string? deleted = null;
        try
        {
            deleted = await DataFolder.WhenDeletedAsync(_plan.Folders, watching.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop.
        }

        foreach (var tier in Enumerable.Reverse(_tiers))
        {
            await tier.DisposeAsync();
        }

        _plan.Workloads.ForEach(workload => workload.Log.Dispose());
        return deleted;
    }

    private int Depth(Workload workload) =>
        1 + _plan.Workloads.Where(other => workload.WaitsFor.Contains(other.Name, StringComparer.Ordinal)).Select(Depth).DefaultIfEmpty(0).Max();

    /// <summary>Workloads that do not wait for each other.</summary>
    private sealed class Tier : IAsyncDisposable
    {
        private readonly List<Supervisor> _supervisors;
        private readonly CancellationTokenSource _stop = new();
        private Task _running = Task.CompletedTask;

        public Tier(List<Supervisor> supervisors)
        {
            _supervisors = supervisors;
            // All of them are on the board before any runs: the platform is healthy when everything on it is.
            supervisors.ForEach(supervisor => supervisor.Show());
        }

        public void Start()
        {
            _running = Task.WhenAll(_supervisors.Select(supervisor => Task.Run(() => supervisor.RunAsync(_stop.Token))));
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _running;
            _stop.Dispose();
        }
    }
}
