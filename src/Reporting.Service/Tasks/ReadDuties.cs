using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Packs;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Tasks;

/// <summary>An entry as it is shown; <c>MayAttach</c> where the caller may add a file to it.</summary>
internal sealed record TaskEntryView(
    Guid Id, string What, string Text, int? Percent, DateOnly Day, string ByName, DateTime At, IReadOnlyList<AttachmentView> Files, bool MayAttach);

/// <summary>A duty with all that happened.</summary>
internal sealed record DutyDetail(string Programme, string Task, Label TaskLabel, Citation Citation, DutyView Duty, IReadOnlyList<TaskEntryView> Entries, long Version) : IETagged;

/// <summary>A unit's part in a task, with its entries and their evidence.</summary>
internal static class ReadDuties
{
    public static void Map(IEndpointRouteBuilder duties)
    {
        duties.MapGet("/{id:guid}", GetAsync).RequireRoles(TaskRoutes.Readers).WithSummary("A unit's part in a task with its entries, oldest first");
        duties.MapGet("/{id:guid}/attachments/{attachmentId:guid}", FileAsync).RequireRoles(TaskRoutes.Readers).WithSummary("A file of a unit's part in a task");
    }

    /// <summary>The duty as the caller sees it.</summary>
    public static async Task<DutyDetail> DetailAsync(
        TaskDuty duty, PolicyTask task, PolicyPack pack, ReportingDb db, Caller caller, DateOnly today, CancellationToken cancellationToken)
    {
        var entries = await db.TaskEntries.AsNoTracking().Where(e => e.DutyId == duty.Id).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        var files = (await db.TaskEntryFiles.AsNoTracking().Where(f => db.TaskEntries.Any(e => e.Id == f.EntryId && e.DutyId == duty.Id))
                .Join(db.Set<Attachment>(), f => f.AttachmentId, a => a.Id, (f, a) => new { f.EntryId, File = a })
                .ToListAsync(cancellationToken))
            .ToLookup(f => f.EntryId, f => AttachmentView.Of(f.File));
        return new DutyDetail(
            duty.Programme,
            duty.Task,
            task.Label,
            task.Citation,
            TaskBoard.DutyOf(task, duty.Unit, duty, pack, duty.Year, caller, today, pack.IsOn(TaskBoard.PersonFlag, today)),
            [.. entries.Select(e => new TaskEntryView(e.Id, e.What, e.Text, e.Percent, e.Day, e.ByName, e.At, [.. files[e.Id]], AttachToTask.IsOpen(duty, e, caller)))],
            duty.Version);
    }

    private static async Task<Answer<DutyDetail>> GetAsync(
        Guid id, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var duty = await db.TaskDuties.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.Jurisdiction == caller.Jurisdiction, cancellationToken);
        var pack = duty is null ? null : await packs.RulingAsync(duty.Programme, clock.Today, cancellationToken);
        Outcome<DutyDetail> outcome = duty is not null && pack!.Tasks.FirstOrDefault(one => one.Name == duty.Task) is { } task
            ? await DetailAsync(duty, task, pack, db, caller, clock.Today, cancellationToken)
            : DutyDesk.NotFound(id);
        return outcome.ToHttp();
    }

    private static async Task<IResult> FileAsync(
        Guid id, Guid attachmentId, HttpContext http, ReportingDb db, AttachmentStore store, CancellationToken cancellationToken)
    {
        var jurisdiction = http.Caller().Jurisdiction;
        var there = await db.TaskDuties.AnyAsync(
            d => d.Id == id && d.Jurisdiction == jurisdiction && d.Entries.Any(e => e.Files.Any(f => f.AttachmentId == attachmentId)), cancellationToken);
        return there && await store.FindAsync(attachmentId, cancellationToken) is { } attachment
            ? store.ToHttp(attachment)
            : new ProblemAnswer(Refusal.NotFound("attachment", attachmentId, "附件"));
    }
}
