namespace Registry.Bans;

/// <summary>A proposal to lift a ban by a recorded decision; another person confirms or refuses it.</summary>
internal sealed class BanLifting
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid BanId { get; init; }

    public LiftingStatus Status { get; set; } = LiftingStatus.Proposed;

    public required string DocumentNumber { get; init; }

    /// <summary>The day of the decision: the first free day, once confirmed.</summary>
    public required DateOnly DecidedOn { get; init; }

    public required string Reason { get; init; }

    public required DateTime ProposedAt { get; init; }

    public required string ProposedBySubject { get; init; }

    public required string ProposedByName { get; init; }

    public DateTime? ClosedAt { get; set; }

    public string? ClosedBySubject { get; set; }

    public string? ClosedByName { get; set; }

    /// <summary>Why it was refused.</summary>
    public string? Refusal { get; set; }
}

/// <summary>Where a proposal to lift a ban stands.</summary>
internal enum LiftingStatus
{
    /// <summary>Waits for another person; the ban rules.</summary>
    Proposed,

    /// <summary>Confirmed: the ban ended the day before the decision.</summary>
    Confirmed,

    /// <summary>Refused with a reason; the ban rules.</summary>
    Refused,
}
