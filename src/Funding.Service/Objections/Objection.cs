using Funding.Clawbacks;
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

/// <summary>What a claim follows from, and so what an upheld objection corrects.</summary>
internal enum ClaimBasis
{
    /// <summary>A decision of two persons: it comes down by the ruling itself.</summary>
    Decision,

    /// <summary>The published review (ZS-06, ZS-07): Reporting publishes a corrected result, and it is settled.</summary>
    Review,

    /// <summary>Vouchers and the day of the recognition (ZS-08): spending is verified, or Registry told the right day.</summary>
    Spending,
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

    /// <summary>What was claimed when it was upheld, where the claim is to follow what is corrected elsewhere; null otherwise.</summary>
    public long? UpheldAtFen { get; set; }

    /// <summary>The decision that answered it.</summary>
    public Guid? DecisionId { get; set; }

    /// <summary>The day it was decided or taken back.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>What is still to be corrected because it was upheld; null where nothing is, or the claim came down since.</summary>
    public ClaimBasis? ToCorrect(Clawback clawback) => UpheldAtFen <= clawback.ClaimedFen ? clawback.Cause.Basis() : null;
}

/// <summary>What claims follow from.</summary>
internal static class ClaimBases
{
    /// <summary>What a cause's claims follow from.</summary>
    public static ClaimBasis Basis(this ClawbackCause cause) => cause switch
    {
        ClawbackCause.OverAdvance => ClaimBasis.Review,
        ClawbackCause.Deadline => ClaimBasis.Spending,
        _ => ClaimBasis.Decision,
    };
}
