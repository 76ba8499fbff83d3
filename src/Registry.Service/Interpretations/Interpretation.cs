namespace Registry.Interpretations;

/// <summary>How the city bureau reads a clause, by a dated document (ZS-33): it stands beside the clause and changes no rule.</summary>
internal sealed class Interpretation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    /// <summary>The clause it explains: <c>ZS-19</c>.</summary>
    public required string Clause { get; init; }

    public required string Text { get; init; }

    public required string DocumentNumber { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required string RecordedBySubject { get; init; }

    public required string RecordedByName { get; init; }
}

/// <summary>An interpretation as it is shown beside its clause.</summary>
internal sealed record InterpretationView(
    Guid Id, string Programme, string Clause, string Text, string DocumentNumber, DateOnly IssuedOn, DateTime RecordedAt, string RecordedByName)
{
    public static InterpretationView Of(Interpretation entry) => new(
        entry.Id, entry.Programme, entry.Clause, entry.Text, entry.DocumentNumber, entry.IssuedOn, entry.RecordedAt, entry.RecordedByName);
}
