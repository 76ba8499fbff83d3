using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Notifications;
using Reporting.Targets;
using ServiceDefaults.Clock;

namespace Reporting.Tasks;

/// <summary>
/// Reminds of the last days of the task board, before and after them: duties (HB-02, EI-11), milestones (HB-14) and phases (HB-03). Each
/// occasion once, however often it runs, and of those that were slept over the last alone.
/// </summary>
internal sealed class RemindOfDuties(ReportingDb db, PackShelf packs, BusinessClock clock) : ISweep
{
    public string Name => "duty-reminders";

    public async Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var told = 0;
        foreach (var pack in (await packs.RulingAsync(today, cancellationToken)).Where(pack => pack.Tasks.Count > 0 || pack.Phases.Count > 0))
        {
            var notices = new List<Notification>(DutyReminder.Phases(pack, today, clock.UtcNow));
            notices.AddRange(DutyReminder.Notices(pack, OpenDuty.Of(pack, await DutiesAsync(pack, today, cancellationToken), today), today, clock.UtcNow));
            notices.AddRange(DutyReminder.Notices(pack, await MilestonesAsync(pack, today, cancellationToken), today, clock.UtcNow));
            told += await db.RemindAsync(notices, cancellationToken);
        }

        return told;
    }

    private Task<List<TaskDuty>> DutiesAsync(PolicyPack pack, DateOnly today, CancellationToken cancellationToken) =>
        db.TaskDuties.AsNoTracking()
            .Where(d => d.Jurisdiction == pack.Jurisdiction && d.Programme == pack.Programme
                && (d.Year == TaskDuty.Once || (d.Year >= today.Year - 1 && d.Year <= today.Year + 1)))
            .ToListAsync(cancellationToken);

    // Nothing is measured on a day on which nobody is reminded, or everybody was.
    private async Task<IReadOnlyList<TargetView>> MilestonesAsync(PolicyPack pack, DateOnly today, CancellationToken cancellationToken)
    {
        var keys = DutyReminder.MilestoneKeys(pack, today);
        return (await db.ToldAsync(keys, cancellationToken)).Count < keys.Count ? await GetTargets.MeasureAsync(pack, null, today, db, cancellationToken) : [];
    }
}
