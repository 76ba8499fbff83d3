namespace Registry.Registers;

/// <summary>What happened to an entry.</summary>
internal enum EntryAct
{
    Filed,
    Amended,
    Moved,
}

/// <summary>One line of an entry's timeline: who did what, when, as whom, why, by which document. Never changed afterwards.</summary>
internal sealed record RegisterStepTaken
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid EntryId { get; init; }

    /// <summary>Order within the entry, from 1.</summary>
    public required int Number { get; init; }

    public required EntryAct Act { get; init; }

    /// <summary>The register's step that was taken; null where none was.</summary>
    public string? StepKey { get; init; }

    public required string FromState { get; init; }

    public required string ToState { get; init; }

    /// <summary>The business clock's instant.</summary>
    public required DateTime At { get; init; }

    /// <summary>The day from which it has effect: of the document, where there is one.</summary>
    public required DateOnly On { get; init; }

    public required string ActorSubject { get; init; }

    public required string ActorName { get; init; }

    /// <summary>The role in which the person acted.</summary>
    public required string ActorRole { get; init; }

    /// <summary>In whose place, where a deputy acted.</summary>
    public string? ForSubject { get; init; }

    public string? ForName { get; init; }

    /// <summary>The clause that this line serves.</summary>
    public required string Clause { get; init; }

    public string? Reason { get; init; }

    public string? DocumentNumber { get; init; }

    /// <summary>The day that was stated; null where nobody stated one and the step's own day counts.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>The leading group's resolution that carried it (SD-03).</summary>
    public Guid? ResolutionId { get; init; }

    /// <summary>What was answered when the step was taken, a JSON object; null where nothing is asked.</summary>
    public string? StepAnswers { get; init; }

    /// <summary>The entry's answers before an amendment.</summary>
    public string? Before { get; init; }

    /// <summary>The entry's answers from this line on; null where it does not touch them.</summary>
    public string? After { get; init; }

    /// <summary>The pack that judged it.</summary>
    public required string PolicyHash { get; init; }

    public List<EntryFlag> Flags { get; init; } = [];
}
