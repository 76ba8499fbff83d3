namespace Registry.PapersOnFile;

/// <summary>That a paper will run out: one row for each number of days that the pack warns before.</summary>
internal sealed class PaperWarning
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid InstitutionId { get; init; }

    public required Guid PaperId { get; init; }

    public required DateOnly ExpiresOn { get; init; }

    /// <summary>One of the pack's numbers of days.</summary>
    public required int DaysBefore { get; init; }

    public required DateOnly WarnedOn { get; init; }
}
