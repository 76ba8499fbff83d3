using System.Diagnostics.Metrics;

namespace Messaging.Operations;

/// <summary>The figures of messaging: pending, oldest age, parked, waiting, and what went through.</summary>
internal sealed class MessagingMetrics : IDisposable
{
    /// <summary>Name of the meter, for telemetry.</summary>
    public const string MeterName = "Platform.Messaging";

    private readonly Counter<long> published;
    private readonly Counter<long> applied;
    private long activity;
    private long publishedCount;

    public MessagingMetrics(IMeterFactory meters)
    {
        Meter = meters.Create(MeterName);
        published = Meter.CreateCounter<long>("messaging.outbox.published", "{event}", "Events that the broker confirmed");
        applied = Meter.CreateCounter<long>("messaging.inbox.applied", "{event}", "Events that took effect or began to wait");
        Meter.CreateObservableGauge("messaging.outbox.pending", () => Latest.Pending, "{event}", "Events not yet published");
        Meter.CreateObservableGauge("messaging.outbox.oldest_age", () => Latest.OldestAge.TotalSeconds, "s", "Age of the oldest event not yet published");
        Meter.CreateObservableGauge("messaging.outbox.parked", () => Latest.Parked, "{event}", "Events given up, waiting for an administrator");
        Meter.CreateObservableGauge("messaging.inbox.waiting", () => Latest.Waiting, "{event}", "Events that wait for their subject");
        Meter.CreateObservableGauge("messaging.inbox.waiting_overdue", () => Latest.WaitingOverdue, "{event}", "Events that wait longer than they should");
    }

    /// <summary>The instruments.</summary>
    public Meter Meter { get; }

    /// <summary>The figures last read from the database.</summary>
    public MessagingFigures Latest { get; set; } = new();

    /// <summary>Counts up with everything this process published or applied: two equal readings mean that nothing moved between.</summary>
    public long Activity => Interlocked.Read(ref activity);

    /// <summary>How many events this process has published.</summary>
    public long PublishedCount => Interlocked.Read(ref publishedCount);

    public void Published(int count)
    {
        published.Add(count);
        Interlocked.Add(ref activity, count);
        Interlocked.Add(ref publishedCount, count);
    }

    public void Applied(string endpoint)
    {
        applied.Add(1, new KeyValuePair<string, object?>("endpoint", endpoint));
        Interlocked.Increment(ref activity);
    }

    public void Dispose() => Meter.Dispose();
}

/// <summary>How things stand in one database.</summary>
/// <param name="Pending">Events not yet published, parked ones excluded.</param>
/// <param name="OldestAge">Age of the oldest of them; zero where there is none.</param>
/// <param name="Parked">Events given up.</param>
/// <param name="Waiting">Events that wait for their subject.</param>
/// <param name="WaitingOverdue">Of these, how many wait longer than the alarm's limit.</param>
internal sealed record MessagingFigures(
    int Pending = 0, TimeSpan OldestAge = default, int Parked = 0, int Waiting = 0, int WaitingOverdue = 0);
