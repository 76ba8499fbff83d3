using ServiceDefaults.Data;

namespace Funding.Objections;

/// <summary>The life of an objection.</summary>
internal enum ObjectionStatus
{
    /// <summary>Filed by the body.</summary>
    Open,

    /// <summary>Decided by two persons.</summary>
    Decided,

    /// <summary>Taken back by the body.</summary>
    Withdrawn,
}

/// <summary>What became of an objection.</summary>
internal enum ObjectionOutcome
{
    /// <summary>The claim stands.</summary>
    Rejected,

    /// <summary>
    /// The body is right. A claim that persons decided comes down by it; where the claim follows from a review or from vouchers, these
    /// are corrected, and the claim follows.
    /// </summary>
    Upheld,
}

/// <summary>A body's objection (异议) to a clawback.</summary>
internal sealed class Objection : IVersioned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    public required string Jurisdiction { get; init; }

    public required Guid ClawbackId { get; init; }

    public required Guid InstitutionId { get; init; }

    public required string Grounds { get; init; }

    public required Signature Filed { get; init; }

    public ObjectionStatus Status { get; set; }

    /// <summary>Its answer, once decided.</summary>
    public ObjectionOutcome? Outcome { get; set; }

    /// <summary>The decision that answered it.</summary>
    public Guid? DecisionId { get; set; }

    /// <summary>The day it was decided or taken back.</summary>
    public DateOnly? EndedOn { get; set; }
}
