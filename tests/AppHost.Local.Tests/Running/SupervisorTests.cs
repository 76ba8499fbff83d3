using System.Collections.Concurrent;
using System.Diagnostics;
using AppHost.Local.Board;
using AppHost.Local.Processes;
using AppHost.Local.Running;
using Shouldly;
using Testing;
using Xunit;

namespace AppHost.Local.Tests.Running;

public sealed class SupervisorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supervisor-").FullName;
    private readonly ResourceBoard _board = new();
    private readonly ConcurrentQueue<string> _starts = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_process_that_ends_by_itself_is_started_again_after_growing_pauses()
    {
        var since = Stopwatch.StartNew();
        await using var run = Run(Child("crashing", "echo cannot open the safe; exit 3"), new Backoff(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1)));

        await Eventually.HoldsAsync(() => View("crashing").Restarts >= 4);

        // 0.1 + 0.2 + 0.4 s lie between the four ends.
        since.Elapsed.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(700));
        View("crashing").Message!.ShouldContain("exited with 3:cannot open the safe");
        View("crashing").IsHealthy.ShouldBeFalse();
    }

    [Fact]
    public async Task A_process_killed_from_outside_is_replaced_by_a_new_one()
    {
        await using var run = Run(Child("victim", "exec sleep 1000"), new Backoff(TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(1)));
        await Eventually.HoldsAsync(() => View("victim").IsHealthy);
        var first = View("victim").Pid!.Value;

        Signals.Send(first, Signals.Kill);

        await Eventually.HoldsAsync(() => View("victim") is { IsHealthy: true, Restarts: 1, Pid: { } now } && now != first);
    }

    [Fact]
    public async Task A_resource_starts_only_when_what_it_waits_for_is_healthy()
    {
        var ready = Path.Combine(_folder, "ready");
        await using var dependent = Run(Child("service", "exec sleep 1000", waitsFor: ["broker"]), Backoff.Default);
        await using var dependency = Run(Child("broker", "exec sleep 1000", healthyWhen: ready), Backoff.Default);
        await Eventually.HoldsAsync(() => View("broker").State == ResourceState.Starting);
        View("service").State.ShouldBe(ResourceState.Waiting);

        await File.WriteAllTextAsync(ready, string.Empty, TestContext.Current.CancellationToken);

        await Eventually.HoldsAsync(() => View("service").IsHealthy);
        _starts.ShouldBe(["broker", "service"]);
    }

    [Fact]
    public async Task A_stopped_process_is_asked_first_and_may_finish_its_work()
    {
        var (ready, done) = (Path.Combine(_folder, "ready"), Path.Combine(_folder, "done"));
        var run = Run(Child("tidy", $"trap 'touch {done}; exit 0' TERM; touch {ready}; while :; do sleep 0.05; done"), Backoff.Default);
        await Eventually.HoldsAsync(() => File.Exists(ready));

        await run.DisposeAsync();

        File.Exists(done).ShouldBeTrue();
        View("tidy").State.ShouldBe(ResourceState.Stopped);
    }

    [Fact]
    public void Pauses_double_up_to_the_longest()
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));

        Enumerable.Range(1, 7).Select(backoff.After).Select(pause => pause.TotalSeconds).ShouldBe([1, 2, 4, 8, 16, 30, 30]);
        backoff.After(1000).ShouldBe(TimeSpan.FromSeconds(30));
    }

    private ResourceView View(string name) => _board.All.Single(view => view.Name == name);

    private Workload Child(string name, string script, IReadOnlyList<string>? waitsFor = null, string? healthyWhen = null)
    {
        var log = new ResourceLog(Path.Combine(_folder, $"{name}.log"));
        return new Workload(name, "script", [], log, waitsFor ?? [], async _ =>
        {
            _starts.Enqueue(name);
            var process = await GuardedProcess.StartAsync(new ChildProgram("sh", ["-c", script], _folder, new Dictionary<string, string?>(StringComparer.Ordinal), log.WriteLine));
            return new Script(process, healthyWhen);
        });
    }

    private Supervised Run(Workload workload, Backoff backoff)
    {
        var supervisor = new Supervisor(workload, _board, backoff);
        supervisor.Show();
        return new Supervised(supervisor);
    }

    private sealed class Supervised : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _running;

        public Supervised(Supervisor supervisor) => _running = supervisor.RunAsync(_stop.Token);

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _running;
            _stop.Dispose();
        }
    }

    private sealed class Script(GuardedProcess process, string? healthyWhen) : IRunning
    {
        public int Id => process.Id;

        public Task<int> Exited => process.Exited;

        public Task<bool> IsHealthyAsync(CancellationToken cancellation) =>
            Task.FromResult(!process.Exited.IsCompleted && (healthyWhen is null || File.Exists(healthyWhen)));

        public Task StopAsync() => process.StopAsync(TimeSpan.FromSeconds(10));

        public ValueTask DisposeAsync() => process.DisposeAsync();
    }
}
