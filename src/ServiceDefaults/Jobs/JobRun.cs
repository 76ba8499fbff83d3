namespace ServiceDefaults.Jobs;

/// <summary>A running job, for its handler.</summary>
public sealed class JobRun
{
    private readonly Func<int, int, string?, CancellationToken, Task> report;

    internal JobRun(Job job, Func<int, int, string?, CancellationToken, Task> report) =>
        (Id, Input, Checkpoint, RequestedBy, this.report) = (job.Id, job.Input, job.Checkpoint, job.RequestedBy, report);

    /// <summary>The job's key.</summary>
    public Guid Id { get; }

    /// <summary>What it needs to know, as JSON.</summary>
    public string Input { get; }

    /// <summary>Where an earlier worker left off; null at the beginning.</summary>
    public string? Checkpoint { get; }

    /// <summary>Who asked for it.</summary>
    public string RequestedBy { get; }

    /// <summary>Notes progress and where to go on from; renews the lease.</summary>
    /// <exception cref="JobLostException">The lease has run out and another worker has the job: stop at once.</exception>
    public Task ReportAsync(int done, int total, string? checkpoint, CancellationToken cancellationToken) =>
        report(done, total, checkpoint, cancellationToken);
}

/// <summary>Another worker has taken the job over.</summary>
public sealed class JobLostException() : Exception("Another worker has taken the job over.");
