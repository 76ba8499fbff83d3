using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Applications;

/// <summary>A file, for whoever may see the application that it belongs to, taken out or not.</summary>
internal static class GetFile
{
    public static async Task<IResult> HandleAsync(Guid id, HttpContext http, RegistryDb db, AttachmentStore store, CancellationToken cancellationToken)
    {
        var concerned = await db.Applications.VisibleTo(http.Caller())
            .AnyAsync(a => db.ApplicationFiles.Any(file => file.AttachmentId == id && file.ApplicationId == a.Id), cancellationToken);
        return concerned && await store.FindAsync(id, cancellationToken) is { } attachment
            ? store.ToHttp(attachment)
            : new ProblemAnswer(Refusal.NotFound("attachment", id, "附件"));
    }
}
