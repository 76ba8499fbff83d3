using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Institutions;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.PapersOnFile;

/// <summary>The operator adds a file to the version in use; from then on the paper is on file.</summary>
internal static class AttachToPaper
{
    public const int MaxFiles = 20;

    public static async Task<CreatedAnswer<PaperView>> HandleAsync(
        Guid id, HttpContext http, PaperDesk desk, AttachmentStore store, RegistryDb db, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var institutionId = await db.Institutions.RunBy(caller)
            .Where(i => db.Papers.Any(paper => paper.Id == id && paper.InstitutionId == i.Id))
            .Select(i => (Guid?)i.Id)
            .SingleOrDefaultAsync(cancellationToken);
        Outcome<PaperView> outcome = institutionId is null
            ? Refusal.NotFound("paper", id, "档案")
            : await AttachAsync(institutionId.Value, id, http, desk, store, cancellationToken);
        return outcome.ToCreated(_ => $"/api/registry/papers/{id}/attachments");
    }

    public static Outcome<Paper> Decide(PaperState state, Guid id, Guid attachmentId, Caller caller)
    {
        if (state.Papers.FirstOrDefault(paper => paper.Id == id) is not { } paper)
        {
            return Refusal.NotFound("paper", id, "档案");
        }

        if (PaperChecks.InUse(state, paper) is { } closed)
        {
            return closed;
        }

        if (paper.Files.Count >= MaxFiles)
        {
            return Refusal.BadInput("files", paper.Files.Count, $"每份档案最多 {MaxFiles} 个附件。", $"A paper has at most {MaxFiles} files.");
        }

        paper.Files.Add(new PaperFile { PaperId = id, AttachmentId = attachmentId, AttachedBySubject = caller.Subject });
        return paper;
    }

    private static async Task<Outcome<PaperView>> AttachAsync(
        Guid institutionId, Guid id, HttpContext http, PaperDesk desk, AttachmentStore store, CancellationToken cancellationToken)
    {
        var caller = http.Caller();

        // Received outside the write, so that a slow sender holds no transaction; a file that finds its paper closed stays unlinked.
        var saved = await store.SaveAsync(http, cancellationToken);
        return saved.Accepted(out var attachment, out var untaken)
            ? await desk.ChangeAsync(institutionId, seen: null, caller, state => Decide(state, id, attachment.Id, caller), cancellationToken)
            : untaken;
    }
}
