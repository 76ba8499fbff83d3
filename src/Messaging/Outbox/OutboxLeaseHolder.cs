using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults.Data;

namespace Messaging.Outbox;

/// <summary>This process's claim to be the one dispatcher of its database.</summary>
internal sealed class OutboxLeaseHolder(IOptions<MessagingOptions> options, TimeProvider clock)
{
    private readonly string owner = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7():N}";
    private readonly TimeSpan term = options.Value.LeaseTerm;
    private long? fence;
    private long extendedAt;

    /// <summary>Whether this process holds the lease for at least half a term more; takes or renews it where it can.</summary>
    public async Task<bool> HoldAsync(PlatformDbContext db, CancellationToken cancellationToken)
    {
        if (fence is not null && clock.GetElapsedTime(extendedAt) < term / 2)
        {
            return true;
        }

        return await db.WriteAsync(async ct => await ExtendAsync(db, ct) || await TakeAsync(db, ct), cancellationToken);
    }

    /// <summary>
    /// Renews the lease if it is still ours under our fence, and keeps its row locked for the rest of the transaction. False:
    /// somebody else took over, and what we have in hand is no longer ours to write.
    /// </summary>
    public async Task<bool> ExtendAsync(PlatformDbContext db, CancellationToken cancellationToken)
    {
        if (fence is not { } held)
        {
            return false;
        }

        // Read before the statement: our own count of the term ends no later than the database's.
        var now = clock.GetTimestamp();
        if (!await OutboxLeaseSql.ExtendAsync(db, owner, held, term, cancellationToken))
        {
            fence = null;
            return false;
        }

        extendedAt = now;
        return true;
    }

    /// <summary>Gives the lease back, so that another replica need not wait for its end.</summary>
    public async Task ReleaseAsync(PlatformDbContext db, CancellationToken cancellationToken)
    {
        if (fence is { } held)
        {
            fence = null;
            await db.WriteAsync(ct => OutboxLeaseSql.ExtendAsync(db, owner, held, TimeSpan.Zero, ct), cancellationToken);
        }
    }

    private async Task<bool> TakeAsync(PlatformDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.GetTimestamp();
        if (!await OutboxLeaseSql.TakeAsync(db, owner, term, cancellationToken))
        {
            return false;
        }

        fence = await db.Set<OutboxLease>().Where(lease => lease.Owner == owner).Select(lease => lease.Fence).SingleAsync(cancellationToken);
        extendedAt = now;
        return true;
    }
}
