using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;

namespace ServiceDefaults.Idempotency;

/// <summary>Forgets answers after 30 days: nobody retries a request that long.</summary>
internal sealed class ForgetOldKeys(PlatformDbContext db, TimeProvider system) : ISweep
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public string Name => "idempotency-keys";

    public Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        // By the system clock: a moved business clock must not make a running retry a second payment.
        var before = system.GetUtcNow().UtcDateTime - Kept;
        return db.WriteAsync(ct => db.Set<IdempotencyRecord>().Where(record => record.StoredAt < before).ExecuteDeleteAsync(ct), cancellationToken);
    }
}
