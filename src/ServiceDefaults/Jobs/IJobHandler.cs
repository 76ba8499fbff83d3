namespace ServiceDefaults.Jobs;

/// <summary>
/// Does one kind of long work. It may be stopped after any step and started again elsewhere: it goes on from
/// <see cref="JobRun.Checkpoint"/>, and what it does between two reports has its effect once, or harmlessly twice.
/// </summary>
public interface IJobHandler
{
    /// <summary>The kind, kebab case.</summary>
    string Kind { get; }

    /// <summary>Does the work to its end, reporting on the way.</summary>
    /// <returns>The result as JSON, or null where there is none.</returns>
    Task<string?> RunAsync(JobRun run, CancellationToken cancellationToken);
}
