using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Notifications;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Tasks;

/// <summary>The way in which every step changes a duty: found in the caller's jurisdiction, in the version that was seen, under the pack of today.</summary>
internal sealed class DutyDesk(ReportingDb db, PackShelf packs, BusinessClock clock)
{
    private const int MostEntries = 500;

    /// <summary>What a step needs to know.</summary>
    /// <param name="Duty">The duty.</param>
    /// <param name="Task">Its task.</param>
    /// <param name="District">The district whose science bureau reports for it.</param>
    /// <param name="Evidence">How many files of its reports prove it.</param>
    /// <param name="Percent">How far it had come by its last progress; null where none was reported.</param>
    internal sealed record Opened(TaskDuty Duty, PolicyTask Task, string? District, int Evidence, int? Percent);

    /// <summary>Lets <paramref name="decide"/> change the duty; its entry is what it yields.</summary>
    public Task<Outcome<DutyDetail>> ChangeAsync(
        Guid id, IfMatch seen, Caller caller, Func<Opened, Outcome<TaskEntry>> decide, CancellationToken cancellationToken) =>
        db.WriteAsync<Outcome<DutyDetail>>(
            async ct =>
            {
                var duty = await db.TaskDuties.SingleOrDefaultAsync(d => d.Id == id && d.Jurisdiction == caller.Jurisdiction, ct);
                if (duty is null)
                {
                    return NotFound(id);
                }

                var pack = await packs.RulingAsync(duty.Programme, clock.Today, ct);
                if (pack.Tasks.FirstOrDefault(one => one.Name == duty.Task) is not { } task)
                {
                    return NotFound(id);
                }

                if (seen.Check(duty) is { } stale)
                {
                    return stale;
                }

                if (await CheckEntriesAsync(db, id, ct) is { } full)
                {
                    return full;
                }

                var evidence = await db.TaskEntryFiles.CountAsync(f => db.TaskEntries.Any(e => e.Id == f.EntryId && e.DutyId == id && TaskEntry.Reports.Contains(e.What)), ct);
                var percent = await db.TaskEntries.Where(e => e.DutyId == id && e.What == TaskEntry.Progress && e.Percent != null).OrderByDescending(e => e.Id)
                    .Select(e => e.Percent).FirstOrDefaultAsync(ct);
                if (!decide(new Opened(duty, task, TaskBoard.DistrictOf(pack, duty.Unit), evidence, percent)).Accepted(out var entry, out var refusal))
                {
                    return refusal;
                }

                db.Add(entry);
                await db.SaveChangesAsync(ct);
                await db.NotifyAsync(DutyNotices.Of(duty, entry, task, TaskBoard.DistrictOf(pack, duty.Unit)), ct);
                return await ReadDuties.DetailAsync(duty, task, pack, db, caller, clock.Today, ct);
            },
            cancellationToken);

    /// <summary>The refusal of one entry too many; null where there is room.</summary>
    public static async Task<Refusal?> CheckEntriesAsync(ReportingDb db, Guid id, CancellationToken cancellationToken) =>
        await db.TaskEntries.CountAsync(e => e.DutyId == id, cancellationToken) < MostEntries
            ? null
            : Refusal.BadInput("entries", MostEntries, $"每项任务最多 {MostEntries} 条记录。", $"A duty has at most {MostEntries} entries.");

    /// <summary>There is no such duty for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("task duty", id, "任务责任");
}
