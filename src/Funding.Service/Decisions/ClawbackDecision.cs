using Funding.Clawbacks;
using Funding.Objections;
using ServiceDefaults.Data;

namespace Funding.Decisions;

/// <summary>What is decided.</summary>
internal enum DecisionKind
{
    /// <summary>Money is claimed because the standing was revoked or it was obtained by fraud.</summary>
    Claim,

    /// <summary>An objection is upheld or rejected.</summary>
    Objection,

    /// <summary>It may be paid in parts.</summary>
    Instalments,

    /// <summary>It is withheld from a later payment (抵扣).</summary>
    Offset,

    /// <summary>It is given up (核销).</summary>
    WriteOff,

    /// <summary>What was received too much is returned (退还).</summary>
    Refund,
}

/// <summary>The life of a decision.</summary>
internal enum DecisionStatus
{
    /// <summary>Proposed by one person; does nothing yet.</summary>
    Proposed,

    /// <summary>Approved by another; what it needs from the bank has not come yet.</summary>
    Approved,

    /// <summary>Carried out.</summary>
    Done,

    /// <summary>Approved, and then the payment it was about did not go through.</summary>
    Lapsed,

    /// <summary>Taken back or refused before it was carried out.</summary>
    Withdrawn,
}

/// <summary>
/// What two persons decide about a clawback. One proposes, another approves; numbered when it is approved. All that moves money or the
/// terms of a case, but a receipt, goes this way.
/// </summary>
internal sealed record ClawbackDecision : IVersioned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    public required string Jurisdiction { get; init; }

    /// <summary>Whose case; null where a receipt that belongs to no case goes back.</summary>
    public Guid? InstitutionId { get; init; }

    public string? Programme { get; init; }

    public int? FiscalYear { get; init; }

    public required DecisionKind Kind { get; init; }

    /// <summary>The case; of a claim from when it is approved.</summary>
    public Guid? ClawbackId { get; set; }

    /// <summary>The cause that a claim opens.</summary>
    public ClawbackCause? Cause { get; init; }

    /// <summary>The receipt that goes back to its payer.</summary>
    public Guid? ReceiptId { get; init; }

    /// <summary>The payment from which is withheld.</summary>
    public Guid? PaymentId { get; init; }

    /// <summary>The objection that it answers.</summary>
    public Guid? ObjectionId { get; init; }

    /// <summary>What the answer is.</summary>
    public ObjectionOutcome? Outcome { get; init; }

    /// <summary>Claimed, withheld, given up, refunded or, of a plan, what it is about; of an upheld objection, by how much the claim falls.</summary>
    public required long AmountFen { get; init; }

    /// <summary>The parts of a plan.</summary>
    public InstalmentPlan? Plan { get; init; }

    /// <summary>Who gets a refund.</summary>
    public string? PayeeName { get; init; }

    /// <summary>Its bank account, in full; lists show the last four digits.</summary>
    public string? PayeeAccount { get; init; }

    public required string Reason { get; init; }

    /// <summary>Number of the bureau's document.</summary>
    public string? DocumentNumber { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public DecisionStatus Status { get; set; }

    /// <summary>Its number of the year, without gaps; null until it is approved.</summary>
    public int? Number { get; set; }

    /// <summary>The year of the number.</summary>
    public int? NumberYear { get; set; }

    /// <summary>The day the bank carried it out.</summary>
    public DateOnly? PaidOn { get; set; }

    public string? BankReference { get; set; }

    public required Signature Proposed { get; init; }

    public Signature? Approved { get; set; }

    /// <summary>Who withdrew it.</summary>
    public Signature? Ended { get; set; }

    /// <summary>Why it was withdrawn, or lapsed.</summary>
    public string? EndReason { get; set; }

    /// <summary>What was decided upon, as a calculation sheet, JSON; null until it is approved.</summary>
    public string? Sheet { get; set; }
}
