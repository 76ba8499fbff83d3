using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Reporting.Data;
using ServiceDefaults.Clock;

namespace Reporting.Deliveries;

/// <summary>Forgets what was told long ago, and what was delivered; what was not delivered stays.</summary>
internal sealed class ForgetDeliveries(ReportingDb db, IOptions<DeliveryOptions> options) : ISweep
{
    private const int Batch = 1000;

    public string Name => "old-notifications";

    public async Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var (delivered, told) = (today.AddDays(-options.Value.KeepDays), today.AddDays(-options.Value.KeepNoticesDays));
        return await ForgetAsync(db.Deliveries.Where(d => d.State == DeliveryState.Sent && d.Day < delivered).OrderBy(d => d.Id), cancellationToken)
            + await ForgetAsync(db.Notifications.Where(n => n.Day < told).OrderBy(n => n.Id), cancellationToken);
    }

    private async Task<int> ForgetAsync<TRow>(IQueryable<TRow> old, CancellationToken cancellationToken)
        where TRow : class
    {
        var (forgotten, deleted) = (0, Batch);
        while (deleted == Batch)
        {
            deleted = await db.WriteAsync(ct => old.Take(Batch).ExecuteDeleteAsync(ct), cancellationToken);
            forgotten += deleted;
        }

        return forgotten;
    }
}
