using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Registers;

/// <summary>Files of an entry: those of its form by who keeps it, those of a step by who may take it.</summary>
internal static class AttachToEntry
{
    /// <summary>The most files of one entry, those of its steps and those taken out again included: what was stored stays stored.</summary>
    public const int MaxFiles = 100;

    public static async Task<CreatedAnswer<EntryFileView>> HandleAsync(
        Guid id, string field, HttpContext http, RegistryDb db, RegisterDesk desk, AttachmentStore store, CancellationToken cancellationToken)
    {
        var outcome = await AttachAsync(id, field, http, db, desk, store, cancellationToken);
        return outcome.ToCreated(view => $"/api/registry/entries/{id}/attachments/{view.Id}");
    }

    public static async Task<IResult> RemoveAsync(
        Guid id, Guid attachmentId, HttpContext http, RegistryDb db, RegisterDesk desk, BusinessClock clock, CancellationToken cancellationToken)
    {
        var (caller, now) = (http.Caller(), clock.UtcNow);
        var outcome = await db.WriteAsync<Outcome<int>>(
            async ct =>
            {
                await db.HoldAsync(id, ct);
                if (!(await desk.OpenAsync(id, caller, ct)).Accepted(out var open, out var missing))
                {
                    return missing;
                }

                if (open.Files.FirstOrDefault(file => file.Id == attachmentId) is not { StepNumber: null } found)
                {
                    return Refusal.NotFound("attachment", attachmentId, "附件");
                }

                if (Check(open, found.Field) is { } refused)
                {
                    return refused;
                }

                Sign(open.Entry, caller);
                return await db.RegisterFiles.Where(file => file.AttachmentId == attachmentId).ExecuteUpdateAsync(set => set.SetProperty(file => file.RemovedAt, now), ct);
            },
            cancellationToken);
        return outcome.Accepted(out _, out var no) ? Results.NoContent() : new ProblemAnswer(no);
    }

    public static async Task<IResult> GetAsync(
        Guid id, Guid attachmentId, HttpContext http, RegistryDb db, RegisterDesk desk, AttachmentStore store, CancellationToken cancellationToken)
    {
        // What is public is the list's columns: the papers behind them are for those whom the entry concerns.
        var concerned = (await desk.OpenAsync(id, http.Caller(), cancellationToken)).Accepted(out var open, out _)
            && open.SeesAll
            && await db.RegisterFiles.AnyAsync(file => file.EntryId == id && file.AttachmentId == attachmentId, cancellationToken);
        return concerned && await store.FindAsync(attachmentId, cancellationToken) is { } attachment
            ? store.ToHttp(attachment)
            : new ProblemAnswer(Refusal.NotFound("attachment", attachmentId, "附件"));
    }

    /// <summary>Whether this caller may touch the files of a field now; null where it may.</summary>
    public static Refusal? Check(OpenEntry open, string field)
    {
        var (entry, register) = (open.Entry, open.Register);
        if (register.Fields.Any(f => f.Name == field && f.Type == FieldType.Attachment))
        {
            return entry.KeeperRole(register, open.Caller) is null
                ? Refusal.Forbidden(register.Citation.ClauseId, "您不能增减该条目的附件。", "You may not change this entry's files.").With("entryId", entry.Id)
                : entry.IsDraft ? null : Fixed(open);
        }

        return register.Steps.FirstOrDefault(s => s.Fields.Any(f => f.Name == field && f.Type == FieldType.Attachment)) is not { } step
            ? Refusal.BadInput("field", field, $"该登记册没有附件项“{field}”。", $"The register has no attachment field '{field}'.")
            : entry.StepRole(step, open.Caller, open.RunsAbout) is null || !step.From.Contains(entry.State, StringComparer.Ordinal)
                ? Refusal.Conflict("wrong-state", step.Citation.ClauseId, "现在不能上传该环节的附件。", "The step that this file belongs to cannot be taken now.").With("state", entry.State)
                : entry.CheckSecondPerson(step, open.Caller);
    }

    // What an entry was filed with stays what it is judged by.
    private static Refusal Fixed(OpenEntry open) =>
        Refusal.Conflict(
                "files-fixed",
                open.Register.Citation.ClauseId,
                "条目登记后附件不得增减；请将其终结后重新登记，或在办理环节中上传材料。",
                "An entry's files stay as they were filed; end it and file it anew, or attach papers to a step.")
            .With("state", open.Entry.State);

    /// <summary>Whoever puts a file into a draft or takes one out has had a hand in filing it, and in whose place.</summary>
    private static void Sign(RegisterEntry entry, Caller caller)
    {
        if (!entry.IsDraft)
        {
            return;
        }

        entry.FiledFrom(caller.Subject);
        if (caller.For is { } principal)
        {
            entry.FiledFrom(principal.Subject);
        }
    }

    private static async Task<Outcome<EntryFileView>> AttachAsync(
        Guid id, string field, HttpContext http, RegistryDb db, RegisterDesk desk, AttachmentStore store, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        if (!(await desk.OpenAsync(id, caller, cancellationToken)).Accepted(out var open, out var missing))
        {
            return missing;
        }

        var count = await db.RegisterFiles.CountAsync(file => file.EntryId == id, cancellationToken);
        if ((Check(open, field) ?? CheckCount(open, count)) is { } refused)
        {
            return refused;
        }

        // Received outside the write, so that a slow sender holds no transaction; a file whose entry was filed or moved on meanwhile stays unlinked.
        var saved = await store.SaveAsync(http, cancellationToken);
        if (!saved.Accepted(out var attachment, out var untaken))
        {
            return untaken;
        }

        db.ChangeTracker.Clear();
        return await db.WriteAsync<Outcome<EntryFileView>>(
            async ct =>
            {
                await db.HoldAsync(id, ct);
                if (!(await desk.OpenAsync(id, caller, ct)).Accepted(out var held, out var gone))
                {
                    return gone;
                }

                if (Check(held, field) is { } late)
                {
                    return late;
                }

                Sign(held.Entry, caller);
                db.RegisterFiles.Add(new RegisterFile { AttachmentId = attachment.Id, EntryId = id, Field = field, AttachedBySubject = caller.Subject });
                return new EntryFileView(attachment.Id, field, attachment.FileName, attachment.MediaType, attachment.LengthBytes, attachment.Sha256, null);
            },
            cancellationToken);
    }

    private static Refusal? CheckCount(OpenEntry open, int count) =>
        count < MaxFiles
            ? null
            : Refusal.Conflict("too-many-files", open.Register.Citation.ClauseId, $"一个条目最多 {MaxFiles} 个附件。", $"An entry has at most {MaxFiles} files.");
}
