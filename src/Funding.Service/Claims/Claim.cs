using ServiceDefaults.Data;

namespace Funding.Claims;

/// <summary>The life of a claim.</summary>
internal enum ClaimStatus
{
    /// <summary>Being filled in by the claimant; nobody else sees it.</summary>
    Draft,

    /// <summary>Handed in.</summary>
    Submitted,

    /// <summary>Looked through by a maker, payment by payment; its amount waits for another person's approval.</summary>
    Assessed,

    /// <summary>Approved; it is being paid or was paid.</summary>
    Approved,

    /// <summary>Sent back with a reason; the claimant amends it and hands it in again.</summary>
    Returned,

    /// <summary>Refused with a reason, for good.</summary>
    Refused,

    /// <summary>Taken back by the claimant.</summary>
    Withdrawn,
}

/// <summary>What somebody claims of a programme under one of the kinds that its pack names (HB-04, HB-15, HB-16, SD-13).</summary>
internal sealed class Claim : IVersioned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    /// <summary>Which of the pack's claims: <c>technology-purchase</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Number of receipt (受理编号), given once when it is first handed in.</summary>
    public string? Number { get; set; }

    /// <summary>Social credit code of who claims.</summary>
    public required string ClaimantCode { get; init; }

    public required string ClaimantName { get; set; }

    /// <summary>The body on the register for which it is claimed; null where a company claims for itself.</summary>
    public Guid? InstitutionId { get; init; }

    public ClaimStatus Status { get; set; }

    /// <summary>The answers to the pack's form, a JSON object.</summary>
    public string Answers { get; set; } = "{}";

    public string? PayeeName { get; set; }

    public string? PayeeAccount { get; set; }

    /// <summary>Hash of the pack's version under which it was handed in: its form and conditions are that version's.</summary>
    public string? PackHash { get; set; }

    /// <summary>The answers that a claimant gives in one live claim only, hashed; null where it is not live or the pack asks none.</summary>
    public string? UniqueKey { get; set; }

    /// <summary>What a person must judge or look at, a list of <see cref="ClaimFlag"/> as JSON.</summary>
    public string Flags { get; set; } = "[]";

    /// <summary>The payments or invoices that money is claimed against, as they were handed in.</summary>
    public List<ClaimProof> Proofs { get; init; } = [];

    /// <summary>What it comes to in all, once assessed.</summary>
    public long? DueFen { get; set; }

    /// <summary>How it comes to that, a calculation sheet as JSON.</summary>
    public string? Sheet { get; set; }

    /// <summary>The payment that was proposed for it and still stands.</summary>
    public Guid? GrantId { get; set; }

    public DateOnly? SubmittedOn { get; set; }

    public Signature? Submitted { get; set; }

    public Signature? Assessed { get; set; }

    /// <summary>Who returned, refused or withdrew it.</summary>
    public Signature? TurnedDown { get; set; }

    public string? Reason { get; set; }

    /// <summary>Whether the claimant may change it.</summary>
    public bool IsOpen => Status is ClaimStatus.Draft or ClaimStatus.Returned;
}

/// <summary>A payment or invoice of a claim.</summary>
internal sealed class ClaimProof
{
    public required Guid Id { get; init; }

    public required Guid ClaimId { get; init; }

    /// <summary>1 for the first of its claim.</summary>
    public required int Position { get; init; }

    /// <summary>The invoice's number, as it was typed.</summary>
    public required string Number { get; init; }

    public required string SellerName { get; init; }

    public string? SellerCode { get; init; }

    public required long AmountFen { get; init; }

    /// <summary>The day of the payment or invoice.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Null until somebody has looked at it.</summary>
    public bool? Accepted { get; set; }

    /// <summary>Why it was not accepted.</summary>
    public string? Reason { get; set; }
}

/// <summary>A file of a claim: in a field of its form, and perhaps for one of its payments, told by the invoice's number.</summary>
internal sealed class ClaimFile
{
    public required Guid AttachmentId { get; init; }

    public required Guid ClaimId { get; init; }

    public required string Field { get; init; }

    public string? ProofNumber { get; init; }
}

/// <summary>A condition that a claim does not plainly meet, and what a person found about it.</summary>
/// <param name="Condition">The pack's condition.</param>
/// <param name="Clause">Its clause.</param>
/// <param name="Zh">What is to be judged, in Chinese.</param>
/// <param name="En">And in English.</param>
/// <param name="Finding">Why it is met all the same, as the assessor found; null until then.</param>
internal sealed record ClaimFlag(string Condition, string Clause, string Zh, string En, string? Finding = null);
