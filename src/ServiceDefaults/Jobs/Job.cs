namespace ServiceDefaults.Jobs;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Waits for a worker.</summary>
    Queued,

    /// <summary>A worker holds the lease; when that runs out, another resumes.</summary>
    Running,

    /// <summary>Finished.</summary>
    Done,

    /// <summary>Gave up after repeated failures.</summary>
    Failed,
}

/// <summary>Long work: leased by one worker at a time, resumed from its checkpoint after a crash, with progress.</summary>
public sealed class Job
{
    /// <summary>The key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Which handler does it.</summary>
    public required string Kind { get; init; }

    /// <summary>What it needs to know, as JSON.</summary>
    public required string Input { get; init; }

    /// <summary>Who asked for it (a token's subject).</summary>
    public required string RequestedBy { get; init; }

    /// <summary>When, by the system clock.</summary>
    public DateTime RequestedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public JobState State { get; internal set; } = JobState.Queued;

    /// <summary>Steps done.</summary>
    public int Done { get; internal set; }

    /// <summary>Steps in all; 0 until known.</summary>
    public int Total { get; internal set; }

    /// <summary>Where a next worker goes on, in the handler's own words.</summary>
    public string? Checkpoint { get; internal set; }

    /// <summary>What came out, as JSON.</summary>
    public string? Result { get; internal set; }

    /// <summary>Why the last attempt failed, without personal data.</summary>
    public string? Error { get; internal set; }

    /// <summary>Attempts begun.</summary>
    public int Attempts { get; internal set; }

    /// <summary>The worker that holds it.</summary>
    public string? LeaseOwner { get; internal set; }

    /// <summary>Until when, by the database's clock; for a queued job the earliest start.</summary>
    public DateTime LeaseExpiresAt { get; internal set; }
}
