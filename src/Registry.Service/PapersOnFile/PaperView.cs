using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Attachments;
using ServiceDefaults.Problems;

namespace Registry.PapersOnFile;

/// <summary>One version of a paper, with its files. Its ETag is that of all papers of its institution.</summary>
internal sealed record PaperView : IETagged
{
    public required Guid Id { get; init; }

    public required Guid InstitutionId { get; init; }

    public required string Kind { get; init; }

    /// <summary>Its number within its series, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it is called; of a person its name.</summary>
    public required string Title { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly? ExpiresOn { get; init; }

    public required string? Note { get; init; }

    public required DateOnly? EndedOn { get; init; }

    public required string? EndReason { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required string RecordedByName { get; init; }

    public required IReadOnlyList<AttachmentView> Files { get; init; }

    /// <summary>The version of the institution's papers, for the next edit's <c>If-Match</c>.</summary>
    public required long Version { get; init; }

    /// <summary>The views of papers whose files are loaded; one query for all of them.</summary>
    public static async Task<IReadOnlyList<PaperView>> OfAsync(
        IReadOnlyList<Paper> papers, long version, RegistryDb db, CancellationToken cancellationToken)
    {
        var ids = papers.SelectMany(paper => paper.Files).Select(file => file.AttachmentId).ToList();
        var files = ids.Count == 0
            ? []
            : await db.Set<Attachment>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, AttachmentView.Of, cancellationToken);
        return [.. papers.Select(paper => Of(paper, version, [.. paper.Files.Select(file => files[file.AttachmentId]).OrderBy(file => file.Id)]))];
    }

    private static PaperView Of(Paper paper, long version, IReadOnlyList<AttachmentView> files) => new()
    {
        Id = paper.Id,
        InstitutionId = paper.InstitutionId,
        Kind = paper.Kind,
        Number = paper.Number,
        Title = paper.Title,
        ValidFrom = paper.ValidFrom,
        ExpiresOn = paper.ExpiresOn,
        Note = paper.Note,
        EndedOn = paper.EndedOn,
        EndReason = paper.EndReason,
        RecordedAt = paper.RecordedAt,
        RecordedByName = paper.RecordedByName,
        Files = files,
        Version = version,
    };
}
