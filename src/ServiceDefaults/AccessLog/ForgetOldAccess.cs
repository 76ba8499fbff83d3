using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;

namespace ServiceDefaults.AccessLog;

/// <summary>Forgets entries after the configured days, so that the log does not grow without bound.</summary>
internal sealed class ForgetOldAccess(PlatformDbContext db, TimeProvider system, IOptions<AccessLogOptions> options) : ISweep
{
    private const int AtOnce = 10_000;

    public string Name => "access-log";

    public async Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        // By the system clock, as the entries are dated: a moved business clock forgets nothing.
        var before = system.GetUtcNow().UtcDateTime.AddDays(-options.Value.RetentionDays);
        var (forgotten, batch) = (0, 0);
        do
        {
            batch = await db.WriteAsync(
                ct => db.Set<AccessEntry>().Where(entry => entry.At < before).OrderBy(entry => entry.At).Take(AtOnce).ExecuteDeleteAsync(ct), cancellationToken);
            forgotten += batch;
        }
        while (batch == AtOnce);
        return forgotten;
    }
}
