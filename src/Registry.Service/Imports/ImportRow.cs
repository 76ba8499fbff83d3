namespace Registry.Imports;

/// <summary>
/// A good row, staged: everything that taking effect needs, so that this is a few statements over all rows. Properties have the names of
/// those of the institution that they become.
/// </summary>
internal sealed class ImportRow
{
    public required Guid ImportId { get; init; }

    /// <summary>The line of the file, or row of the sheet.</summary>
    public required int Line { get; init; }

    /// <summary>Whether the register came to know the body otherwise after the check.</summary>
    public bool LeftOut { get; set; }

    public required Guid InstitutionId { get; init; }

    /// <summary>The key of the entry of its standing.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>The key of the entry of an earlier recognition; null where the standing is its first.</summary>
    public required Guid? RecognitionEntryId { get; init; }

    public required string Name { get; init; }

    public required string Category { get; init; }

    public required string? Field { get; init; }

    public required string District { get; init; }

    public required string ImplementingBodyCode { get; init; }

    public required string ImplementingBodyName { get; init; }

    public required string? CentreCode { get; init; }

    public required string? CentreName { get; init; }

    public required string? HostCode { get; init; }

    public required string? HostName { get; init; }

    public required string? Place { get; init; }

    public required string Standing { get; init; }

    public required DateOnly StandingSince { get; init; }

    public required string DecisionNumber { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required DateOnly? RecognisedOn { get; init; }

    /// <summary>The document of an earlier recognition.</summary>
    public required string? RecognitionNumber { get; init; }

    public required DateOnly? RectificationUntil { get; init; }

    /// <summary>Its group in the directory.</summary>
    public required long GroupId { get; init; }

    public required string SearchName { get; init; }
}
