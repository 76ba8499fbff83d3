using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Applications;

/// <summary>The applicant attaches a file to a field of the form that takes one.</summary>
internal static class AttachFile
{
    private const int MaxFiles = 300;

    public static async Task<CreatedAnswer<FileView>> HandleAsync(
        Guid id,
        string field,
        HttpContext http,
        RegistryDb db,
        PackShelf packs,
        AttachmentStore store,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        var outcome = await AttachAsync(id, field, http, db, packs, store, clock, cancellationToken);
        return outcome.ToCreated(view => $"/api/registry/attachments/{view.Id}");
    }

    /// <summary>Whether a file may be attached to this field of this application; null where it may.</summary>
    public static Refusal? Check(Application application, string field, PolicyPack pack) =>
        application.CheckEditable(pack, pack.ClauseOf(Procedure.Application))
        ?? (pack.Fields.Any(f => f.Name == field && f.Type == FieldType.Attachment)
            ? null
            : Refusal.BadInput("field", field, $"申请表中没有附件项“{field}”。", $"The form has no attachment field '{field}'."));

    private static async Task<Outcome<FileView>> AttachAsync(
        Guid id,
        string field,
        HttpContext http,
        RegistryDb db,
        PackShelf packs,
        AttachmentStore store,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var application = await db.Applications.AsNoTracking().OwnedBy(caller).SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        if (application is null)
        {
            return ApplicationDesk.NotFound(id);
        }

        if (!(await packs.RulingAsync(application.Programme, clock.Today, caller, cancellationToken)).Accepted(out var pack, out var unknown))
        {
            return unknown;
        }

        if (Check(application, field, pack) is { } refused)
        {
            return refused;
        }

        // Received outside the write, so that a slow sender holds no transaction; a file whose application closes meanwhile
        // stays unlinked, and nobody sees it.
        var saved = await store.SaveAsync(http, cancellationToken);
        return saved.Accepted(out var attachment, out var untaken) ? await LinkAsync(attachment, id, field, pack.ClauseOf(Procedure.Application), caller, db, cancellationToken) : untaken;
    }

    private static Task<Outcome<FileView>> LinkAsync(
        Attachment attachment, Guid id, string field, string clause, Caller caller, RegistryDb db, CancellationToken cancellationToken) =>
        db.WriteAsync<Outcome<FileView>>(
            async ct =>
            {
                if (!await db.Applications.OwnedBy(caller).HoldOpenAsync(id, ct))
                {
                    return Refusal.Conflict("wrong-status", clause, "申请已提交，不能再上传附件。", "The application has been handed in; no file can be added.");
                }

                // Those taken out count as well: they stay stored.
                if (await db.ApplicationFiles.CountAsync(file => file.ApplicationId == id, ct) >= MaxFiles)
                {
                    return Refusal.Conflict("too-many-files", clause, $"一份申请最多上传 {MaxFiles} 个文件（含已移除的）。", $"An application takes at most {MaxFiles} files, those taken out included.")
                        .With("most", MaxFiles);
                }

                db.ApplicationFiles.Add(new ApplicationFile
                {
                    AttachmentId = attachment.Id,
                    ApplicationId = id,
                    Field = field,
                    AttachedBySubject = caller.Subject,
                });
                return new FileView(attachment.Id, field, attachment.FileName, attachment.MediaType, attachment.LengthBytes, attachment.Sha256);
            },
            cancellationToken);
}
