namespace Contracts.Registry;

/// <summary>
/// An entry of a register that the programme's pack counts (EI-01) after a change: whom it is about, when it holds, and of its answers those
/// alone that are counted by. A state event: the highest <see cref="Version"/> wins.
/// </summary>
[EventName("registry.entry-changed", "reporting")]
public sealed record EntryChanged
{
    /// <summary>The entry.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>Higher at each change; told again under the same where a pack counts more of it.</summary>
    public required long Version { get; init; }

    /// <summary>The programme.</summary>
    public required string Programme { get; init; }

    /// <summary>The bureau.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>The district that it concerns; null = the whole jurisdiction.</summary>
    public string? District { get; init; }

    /// <summary>The register, as the pack names it: <c>premises</c>.</summary>
    public required string Register { get; init; }

    /// <summary>The institution that it is about, or that it names as the one whose entry it is (EI-02: the carrier of a stay); null where there is none.</summary>
    public Guid? InstitutionId { get; init; }

    /// <summary>The entry that it is about; null where it is about none.</summary>
    public Guid? AboutEntryId { get; init; }

    /// <summary>The first day on which it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day on which it holds; null = no end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The states that it went through, oldest first.</summary>
    public required IReadOnlyList<EntryState> States { get; init; }

    /// <summary>The answers that are counted by.</summary>
    public required IReadOnlyList<EntryAnswer> Answers { get; init; }
}

/// <summary>A state that an entry came into.</summary>
public sealed record EntryState
{
    /// <summary>The state's key in the register.</summary>
    public required string State { get; init; }

    /// <summary>The day from which it stands in it.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>An answer of an entry.</summary>
public sealed record EntryAnswer
{
    /// <summary>The field's name.</summary>
    public required string Field { get; init; }

    /// <summary>What was answered, as text; an amount in fen.</summary>
    public required string Text { get; init; }
}
