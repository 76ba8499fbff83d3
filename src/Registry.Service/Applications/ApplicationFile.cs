using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Attachments;

namespace Registry.Applications;

/// <summary>
/// Which field of which application an attachment answers. A file taken out stays stored: it may have been part of an earlier
/// submission.
/// </summary>
internal sealed class ApplicationFile
{
    public required Guid AttachmentId { get; init; }

    public required Guid ApplicationId { get; init; }

    public required string Field { get; init; }

    /// <summary>Who attached it: they have had a hand in filing.</summary>
    public required string AttachedBySubject { get; init; }

    /// <summary>When the applicant took it out; null while it belongs to the application.</summary>
    public DateTime? RemovedAt { get; set; }
}

/// <summary>A file of an application, as it is shown.</summary>
internal sealed record FileView(Guid Id, string Field, string FileName, string MediaType, long LengthBytes, string Sha256)
{
    /// <summary>The files that belong to an application now, oldest first.</summary>
    public static async Task<IReadOnlyList<FileView>> OfAsync(RegistryDb db, Guid applicationId, CancellationToken cancellationToken) =>
        await db.ApplicationFiles.AsNoTracking()
            .Where(file => file.ApplicationId == applicationId && file.RemovedAt == null)
            .OrderBy(file => file.AttachmentId)
            .Join(
                db.Set<Attachment>(),
                file => file.AttachmentId,
                attachment => attachment.Id,
                (file, attachment) => new FileView(
                    attachment.Id, file.Field, attachment.FileName, attachment.MediaType, attachment.LengthBytes, attachment.Sha256))
            .ToListAsync(cancellationToken);

    /// <summary>As <see cref="OfAsync"/>, for several applications at once.</summary>
    public static async Task<ILookup<Guid, FileView>> OfManyAsync(RegistryDb db, IReadOnlyCollection<Guid> applicationIds, CancellationToken cancellationToken)
    {
        var files = await db.ApplicationFiles.AsNoTracking()
            .Where(file => applicationIds.Contains(file.ApplicationId) && file.RemovedAt == null)
            .OrderBy(file => file.AttachmentId)
            .Join(
                db.Set<Attachment>(),
                file => file.AttachmentId,
                attachment => attachment.Id,
                (file, attachment) => new
                {
                    file.ApplicationId,
                    View = new FileView(attachment.Id, file.Field, attachment.FileName, attachment.MediaType, attachment.LengthBytes, attachment.Sha256),
                })
            .ToListAsync(cancellationToken);
        return files.ToLookup(file => file.ApplicationId, file => file.View);
    }
}
