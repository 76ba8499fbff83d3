using ServiceDefaults.Data;

namespace Registry.PapersOnFile;

/// <summary>
/// One version of a paper that an institution has on file (ZS-24, ZS-27, ZS-31). A newer version of its series takes its place and
/// leaves it in the history.
/// </summary>
internal sealed class Paper
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid InstitutionId { get; init; }

    /// <summary>Its kind, as the programme's pack names it: <c>construction-plan</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>
    /// What its versions have in common: the kind; of kinds that expire the kind and the title, because a body holds several
    /// qualifications side by side.
    /// </summary>
    public required string Series { get; init; }

    /// <summary>Its number within the series, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it is called; of a person its name.</summary>
    public required string Title { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day on which it holds by itself; null = no end.</summary>
    public DateOnly? ExpiresOn { get; init; }

    public string? Note { get; init; }

    /// <summary>Whether it names a person and needs no file.</summary>
    public required bool IsPerson { get; init; }

    /// <summary>Last day on which it held, where it was given up before its end: the officer left, the certificate was handed back.</summary>
    public DateOnly? EndedOn { get; set; }

    public string? EndReason { get; set; }

    public required DateTime RecordedAt { get; init; }

    public required string RecordedBySubject { get; init; }

    public required string RecordedByName { get; init; }

    public List<PaperFile> Files { get; init; } = [];

    /// <summary>A paper of which nobody has seen a page is not on file.</summary>
    public bool IsThere => IsPerson || Files.Count > 0;
}

/// <summary>A file of a paper. It may be the application's own, taken over with it.</summary>
internal sealed class PaperFile
{
    public required Guid PaperId { get; init; }

    public required Guid AttachmentId { get; init; }

    public required string AttachedBySubject { get; init; }
}

/// <summary>The papers of an institution as one thing that people edit: its version counts their changes.</summary>
internal sealed class PaperFolder : IVersioned
{
    public required Guid InstitutionId { get; init; }

    public long Version { get; set; }
}
