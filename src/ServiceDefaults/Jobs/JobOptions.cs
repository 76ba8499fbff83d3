namespace ServiceDefaults.Jobs;

/// <summary>How jobs are worked on (configuration section <c>Jobs</c>).</summary>
public sealed class JobOptions
{
    /// <summary>How long a worker that is silent keeps a job; a working one renews at a third of it.</summary>
    public TimeSpan LeaseTerm { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often an idle worker looks for a job.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Pause after a job's first failure; doubled by each further one.</summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(5);
}
