using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Notifications;
using ServiceDefaults.Clock;

namespace Reporting.Delegations;

/// <summary>Tells deputy and principal of a delegation that has run out, on the day after its last.</summary>
internal sealed class TellEndedDelegations(ReportingDb db, BusinessClock clock) : ISweep
{
    private const int Batch = 200;

    public string Name => "ended-delegations";

    public async Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var ended = db.Delegations.Where(d => d.Until < today && !d.EndTold);
        var (told, more) = (0, await ended.AnyAsync(cancellationToken));
        while (more)
        {
            var count = await db.WriteAsync(
                async ct =>
                {
                    var batch = await ended.OrderBy(d => d.Id).Take(Batch).ToListAsync(ct);
                    batch.ForEach(delegation => delegation.EndTold = true);
                    await db.NotifyAsync([.. batch.SelectMany(delegation => DelegationNotices.Ended(delegation, today, clock.UtcNow))], ct);
                    return batch.Count;
                },
                cancellationToken);
            db.ChangeTracker.Clear();
            (told, more) = (told + count, count == Batch);
        }

        return told;
    }
}
