// The lease runs on the database's clock, the one that all replicas share: EF translates DateTime.UtcNow into it.
#pragma warning disable RS0030
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults.Data;

namespace ServiceDefaults.Jobs;

/// <summary>The jobs of a database: how they are asked for, leased and brought on.</summary>
public sealed class JobQueue(PlatformDbContext db, TimeProvider system, IOptions<JobOptions> options)
{
    /// <summary>After this many attempts that failed a job is given up.</summary>
    public const int MostAttempts = 5;

    private const int LongestError = 400;
    private readonly double leaseSeconds = options.Value.LeaseTerm.TotalSeconds;

    /// <summary>Adds a job to the running write; it starts after the commit.</summary>
    public Job Enqueue(string kind, string input, string requestedBy)
    {
        var job = new Job { Kind = kind, Input = input, RequestedBy = requestedBy, RequestedAt = system.GetUtcNow().UtcDateTime };
        db.Add(job);
        return job;
    }

    /// <summary>Leases the oldest job that is due, one of these kinds; null where there is none.</summary>
    internal async Task<Job?> LeaseAsync(string owner, IReadOnlyCollection<string> kinds, CancellationToken cancellationToken)
    {
        var due = await Due(kinds).OrderBy(job => job.Id).Select(job => job.Id).Take(10).ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            var taken = await db.WriteAsync(
                ct => Due(kinds).Where(job => job.Id == id).ExecuteUpdateAsync(
                    row => row
                        .SetProperty(job => job.State, JobState.Running)
                        .SetProperty(job => job.LeaseOwner, owner)
                        .SetProperty(job => job.LeaseExpiresAt, _ => DateTime.UtcNow.AddSeconds(leaseSeconds))
                        .SetProperty(job => job.Attempts, job => job.Attempts + 1),
                    ct),
                cancellationToken);
            if (taken == 1)
            {
                return await db.Set<Job>().AsNoTracking().SingleAsync(job => job.Id == id, cancellationToken);
            }
        }

        return null;
    }

    /// <summary>Renews the lease.</summary>
    internal Task RenewAsync(Guid id, string owner, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            owner,
            (mine, ct) => mine.ExecuteUpdateAsync(
                row => row.SetProperty(job => job.LeaseExpiresAt, _ => DateTime.UtcNow.AddSeconds(leaseSeconds)), ct),
            cancellationToken);

    /// <summary>Notes progress and renews the lease.</summary>
    internal Task ReportAsync(Guid id, string owner, int done, int total, string? checkpoint, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            owner,
            (mine, ct) => mine.ExecuteUpdateAsync(
                row => row
                    .SetProperty(job => job.Done, done)
                    .SetProperty(job => job.Total, total)
                    .SetProperty(job => job.Checkpoint, checkpoint)
                    .SetProperty(job => job.LeaseExpiresAt, _ => DateTime.UtcNow.AddSeconds(leaseSeconds)),
                ct),
            cancellationToken);

    /// <summary>Ends a job that has done its work.</summary>
    internal Task FinishAsync(Guid id, string owner, string? result, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            owner,
            (mine, ct) => mine.ExecuteUpdateAsync(
                row => row
                    .SetProperty(job => job.State, JobState.Done)
                    .SetProperty(job => job.Result, result)
                    .SetProperty(job => job.Error, (string?)null)
                    .SetProperty(job => job.LeaseOwner, (string?)null),
                ct),
            cancellationToken);

    /// <summary>Puts a job back after a failure, later each time, or gives it up.</summary>
    internal Task PutBackAsync(Job job, string owner, string error, CancellationToken cancellationToken)
    {
        var state = job.Attempts >= MostAttempts ? JobState.Failed : JobState.Queued;
        var pause = options.Value.FirstPause.TotalSeconds * Math.Pow(2, job.Attempts - 1);
        var text = error.Length <= LongestError ? error : error[..LongestError];
        return ChangeAsync(
            job.Id,
            owner,
            (mine, ct) => mine.ExecuteUpdateAsync(
                row => row
                    .SetProperty(j => j.State, state)
                    .SetProperty(j => j.Error, text)
                    .SetProperty(j => j.LeaseOwner, (string?)null)
                    .SetProperty(j => j.LeaseExpiresAt, _ => DateTime.UtcNow.AddSeconds(pause)),
                ct),
            cancellationToken);
    }

    /// <summary>Gives a job back unharmed when the worker stops in order.</summary>
    internal Task ReleaseAsync(Guid id, string owner, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            owner,
            (mine, ct) => mine.ExecuteUpdateAsync(
                row => row
                    .SetProperty(job => job.State, JobState.Queued)
                    .SetProperty(job => job.Attempts, job => job.Attempts - 1)
                    .SetProperty(job => job.LeaseOwner, (string?)null)
                    .SetProperty(job => job.LeaseExpiresAt, _ => DateTime.UtcNow),
                ct),
            cancellationToken);

    private IQueryable<Job> Due(IReadOnlyCollection<string> kinds) => db.Set<Job>().Where(job =>
        (job.State == JobState.Queued || job.State == JobState.Running) && job.LeaseExpiresAt < DateTime.UtcNow && kinds.Contains(job.Kind));

    // The owner is the fence: whoever lost the lease changes nothing any more.
    private async Task ChangeAsync(
        Guid id, string owner, Func<IQueryable<Job>, CancellationToken, Task<int>> change, CancellationToken cancellationToken)
    {
        var mine = db.Set<Job>().Where(job => job.Id == id && job.LeaseOwner == owner && job.State == JobState.Running);
        if (await db.WriteAsync(ct => change(mine, ct), cancellationToken) == 0)
        {
            throw new JobLostException();
        }
    }
}
