namespace Registry.Applications;

/// <summary>What happened to an application; its timeline is made of these.</summary>
internal enum StepKind
{
    Started,
    Submitted,
    Returned,
    Resubmitted,
    Recommended,
    Entered,
    Selected,
    NotSelected,
    Proposed,
    Posted,
    Recognised,
    Filed,
    Refused,
    Withdrawn,
}

/// <summary>One line of an application's timeline: who did what, when, as whom, why, by which document. Never changed afterwards.</summary>
internal sealed class ApplicationStep
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ApplicationId { get; init; }

    /// <summary>Order within the application, from 1.</summary>
    public required int Number { get; init; }

    public required StepKind Kind { get; init; }

    /// <summary>The business clock's instant.</summary>
    public required DateTime At { get; init; }

    public required string ActorSubject { get; init; }

    public required string ActorName { get; init; }

    /// <summary>For whom, where a deputy acted.</summary>
    public string? ForSubject { get; init; }

    public string? ForName { get; init; }

    /// <summary>The role in which the person acted.</summary>
    public required string ActorRole { get; init; }

    /// <summary>The clause that this step serves.</summary>
    public required string Clause { get; init; }

    public string? Reason { get; set; }

    public string? DocumentNumber { get; set; }

    public DateOnly? DocumentDate { get; set; }

    /// <summary>At a return: what is asked of each field.</summary>
    public List<FieldReason> FieldReasons { get; init; } = [];
}

/// <summary>What a reviewer asks of one field.</summary>
internal sealed record FieldReason
{
    public required string Field { get; init; }

    public required string Reason { get; init; }
}
