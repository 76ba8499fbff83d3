using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using ServiceDefaults.Clock;

namespace Reporting.PeriodicReports;

/// <summary>
/// Tells once of each report that was not there after its last day (ZS-28), in the words of <see cref="PeriodicReport.IsOverdue"/>. It
/// does nothing to the body: what follows is for the pack of whoever hears it.
/// </summary>
internal sealed class TellOverdueReports(ReportingDb db) : ISweep
{
    private const int Batch = 200;

    public string Name => "overdue-reports";

    public async Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var (told, more) = (0, true);
        while (more)
        {
            db.ChangeTracker.Clear();
            var count = await db.WriteAsync(ct => TellAsync(today, ct), cancellationToken);
            (told, more) = (told + count, count == Batch);
        }

        return told;
    }

    private async Task<int> TellAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var due = await db.PeriodicReports.MissingOn(today).Where(r => r.OverdueToldOn == null)
            .OrderBy(r => r.Id).Take(Batch).ToListAsync(cancellationToken);
        foreach (var report in due)
        {
            report.OverdueToldOn = today;
            db.Publish($"report/{report.Id}", report.TellOverdue());
        }

        return due.Count;
    }
}
