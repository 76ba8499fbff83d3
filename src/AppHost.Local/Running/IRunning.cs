using AppHost.Local.Broker;
using AppHost.Local.Processes;

namespace AppHost.Local.Running;

/// <summary>A started resource.</summary>
internal interface IRunning : IAsyncDisposable
{
    int Id { get; }

    Task<int> Exited { get; }

    /// <summary>Whether it can serve now.</summary>
    Task<bool> IsHealthyAsync(CancellationToken cancellation);

    Task StopAsync();
}

/// <summary>A service's process, healthy when its health address answers 200.</summary>
internal sealed class RunningService(GuardedProcess process, Uri? health) : IRunning
{
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(10);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    public int Id => process.Id;

    public Task<int> Exited => process.Exited;

    public async Task<bool> IsHealthyAsync(CancellationToken cancellation)
    {
        if (health is null)
        {
            return !Exited.IsCompleted;
        }

        try
        {
            using var answer = await Http.GetAsync(health, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }

    public Task StopAsync() => process.StopAsync(StopGrace);

    public ValueTask DisposeAsync() => process.DisposeAsync();
}

/// <summary>The broker's process, healthy when it greets a client.</summary>
internal sealed class RunningBroker(RabbitMqServer broker, int id) : IRunning
{
    public int Id => id;

    public Task<int> Exited { get; } = broker.Exited;

    public Task<bool> IsHealthyAsync(CancellationToken cancellation) => broker.AnswersAsync(cancellation);

    public Task StopAsync() => broker.StopAsync();

    public ValueTask DisposeAsync() => broker.DisposeAsync();
}
