namespace Messaging;

/// <summary>Limits of messaging (configuration section <c>Messaging</c>).</summary>
public sealed class MessagingOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Messaging";

    /// <summary>How often the outbox is looked at without a signal: other replicas' commits, delayed rows.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Term of the dispatcher's lease, renewed at half of it.</summary>
    public TimeSpan LeaseTerm { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the broker may take to confirm one event; well below half of <see cref="LeaseTerm"/>.</summary>
    public TimeSpan PublishTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Most rows of one pass.</summary>
    public int BatchSize { get; set; } = 100;

    /// <summary>Streams published at once.</summary>
    public int ParallelStreams { get; set; } = 8;

    /// <summary>Failures of an event's own before it is parked.</summary>
    public int MaxAttempts { get; set; } = 8;

    /// <summary>Pause after the first failure of an event; doubled by each further one.</summary>
    public TimeSpan FirstBackOff { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause of an event, and of the dispatcher while the broker is away.</summary>
    public TimeSpan LongestBackOff { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Pause while the broker is away.</summary>
    public TimeSpan BrokerAwayPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long published rows are kept.</summary>
    public TimeSpan KeepPublished { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long inbox keys are kept: longer than any event can still be on its way.</summary>
    public TimeSpan KeepInbox { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How often old rows are deleted.</summary>
    public TimeSpan CleanupInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Most rows that one deleting transaction takes.</summary>
    public int CleanupBatch { get; set; } = 500;

    /// <summary>How often the figures are read.</summary>
    public TimeSpan MonitorInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>An event that waits longer than this for its subject raises an alarm.</summary>
    public TimeSpan WaitingAlarm { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Events in the hands of one endpoint at once.</summary>
    public ushort Prefetch { get; set; } = 16;

    /// <summary>How often a reaction that failed is tried again before the event is set aside in the error queue.</summary>
    public int RetryCount { get; set; } = 6;

    /// <summary>Pause before the first retry; grows up to <see cref="RetryLongestPause"/>.</summary>
    public TimeSpan RetryFirstPause { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Longest pause between retries.</summary>
    public TimeSpan RetryLongestPause { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Pause between retries while the database is away, which is not the event's fault.</summary>
    public TimeSpan DatabaseAwayPause { get; set; } = TimeSpan.FromSeconds(10);
}
