using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Tasks;

/// <summary>Who reported progress or completion adds what proves it, until the city has confirmed the duty.</summary>
internal static class AttachToTask
{
    private const int MostFiles = 20;

    public static void Map(IEndpointRouteBuilder duties) => duties
        .MapPost("/{id:guid}/entries/{entryId:guid}/attachments", HandleAsync)
        .RequireRoles(TaskRoutes.Reporters)
        .AcceptsAttachment()
        .WithSummary("Adds a file that proves progress or completion");

    /// <summary>Whether the caller may add a file to this entry, as far as its number of files allows.</summary>
    public static bool IsOpen(TaskDuty duty, TaskEntry entry, Caller caller) =>
        duty.ConfirmedOn is null && entry.BySubject == caller.Subject && TaskEntry.Reports.Contains(entry.What) && caller.IsAny(TaskRoutes.Reporters);

    private static async Task<CreatedAnswer<AttachmentView>> HandleAsync(
        Guid id, Guid entryId, HttpContext http, ReportingDb db, AttachmentStore store, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var own = db.TaskDuties.Where(d => d.Id == id && d.Jurisdiction == caller.Jurisdiction && d.ConfirmedOn == null
            && d.Entries.Any(e => e.Id == entryId && e.BySubject == caller.Subject && TaskEntry.Reports.Contains(e.What)));
        if (!await own.AnyAsync(cancellationToken))
        {
            return ((Outcome<AttachmentView>)Refusal.NotFound("task entry", entryId, "进展记录")).ToCreated(_ => "");
        }

        if (await CheckRoomAsync(db, entryId, cancellationToken) is { } full)
        {
            return ((Outcome<AttachmentView>)full).ToCreated(_ => "");
        }

        // Received outside the write, so that a slow sender holds no transaction; one that finds its duty confirmed is not kept.
        if (!(await store.SaveAsync(http, cancellationToken)).Accepted(out var attachment, out var untaken))
        {
            return ((Outcome<AttachmentView>)untaken).ToCreated(_ => "");
        }

        var outcome = await db.WriteAsync<Outcome<AttachmentView>>(
            async ct =>
            {
                if ((await own.AnyAsync(ct) ? await CheckRoomAsync(db, entryId, ct) : TooMany) is { } filled)
                {
                    return filled;
                }

                db.Add(new TaskEntryFile { AttachmentId = attachment.Id, EntryId = entryId });
                return AttachmentView.Of(attachment);
            },
            cancellationToken);
        if (!outcome.Accepted(out _, out _))
        {
            await store.DeleteAsync([attachment.Id], cancellationToken);
        }

        return outcome.ToCreated(view => $"/api/reporting/task-duties/{id}/attachments/{view.Id}");
    }

    private static Refusal TooMany => Refusal.BadInput(
        "files", MostFiles, $"每条记录最多 {MostFiles} 个附件，确认完成后不再添加。", $"An entry has at most {MostFiles} files, and none after it is confirmed.");

    private static async Task<Refusal?> CheckRoomAsync(ReportingDb db, Guid entryId, CancellationToken cancellationToken) =>
        await db.TaskEntryFiles.CountAsync(f => f.EntryId == entryId, cancellationToken) < MostFiles ? null : TooMany;
}
