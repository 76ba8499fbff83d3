using Funding.Ledger;
using ServiceDefaults.Data;

namespace Funding.Payments;

/// <summary>
/// Money that goes to somebody through the bank, whatever it is for: approved by two persons, committed against its year's
/// appropriation, exported in a sealed run, answered by the bank.
/// </summary>
internal abstract class Payment : IVersioned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    public required Guid AppropriationId { get; init; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    public required int FiscalYear { get; init; }

    /// <summary>What is approved, committed and posted.</summary>
    public required long AmountFen { get; init; }

    /// <summary>What of it is kept back against a debt of the payee's; always less than the amount.</summary>
    public long WithheldFen { get; set; }

    /// <summary>What the bank is told to pay.</summary>
    public long NetFen => AmountFen - WithheldFen;

    public required string PayeeName { get; init; }

    /// <summary>The bank account, in full; lists show its last four digits.</summary>
    public required string PayeeAccount { get; init; }

    /// <summary>The bank that keeps it; null where none is on record.</summary>
    public string? PayeeBank { get; init; }

    /// <summary>Social credit code of who receives it; null where none is on record.</summary>
    public string? PayeeCode { get; init; }

    public PaymentStatus Status { get; set; }

    public required Signature Proposed { get; init; }

    /// <summary>The first approval, where the amount needs two; it commits nothing.</summary>
    public Signature? FirstApproved { get; set; }

    /// <summary>The role whose approval it waits for after the first; null before it.</summary>
    public string? AwaitedPost { get; set; }

    /// <summary>The approval that committed it: the last that it needs.</summary>
    public Signature? Approved { get; set; }

    public Signature? Cancelled { get; set; }

    /// <summary>The business day of approval.</summary>
    public DateOnly? ApprovedOn { get; set; }

    /// <summary>The run that gathered it.</summary>
    public Guid? PaymentRunId { get; set; }

    public DateOnly? ExportedOn { get; set; }

    /// <summary>The day of payment (拨付).</summary>
    public DateOnly? PaidOn { get; set; }

    /// <summary>The day it failed, came back or was cancelled.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Why it failed, came back or was cancelled.</summary>
    public string? EndReason { get; set; }

    /// <summary>The approval as a calculation sheet, JSON; null until approved.</summary>
    public string? Sheet { get; set; }

    /// <summary>Whether it counts against the appropriation and its cap (P-4).</summary>
    public bool IsLive => Status is PaymentStatus.Approved or PaymentStatus.Exported or PaymentStatus.Paid;

    /// <summary>Everybody who approved it.</summary>
    public IEnumerable<Signature?> Approvers => [FirstApproved, Approved];

    /// <summary>What it is for, on the wire.</summary>
    public abstract PaymentKind Kind { get; }

    /// <summary>The body whose yearly account it belongs to; null where it belongs to none.</summary>
    public abstract Guid? BodyId { get; }

    /// <summary>Who it is for, where that is no body of the register.</summary>
    public virtual string Beneficiary => PayeeName;

    /// <summary>Whose confirmed account it must go to: a body's key or a social credit code; null where each payment is looked at by itself.</summary>
    public abstract string? PayeeOwner { get; }

    /// <summary>The document that a reader of the ledger looks up.</summary>
    public abstract string Reference { get; }

    /// <summary>Where its money stands once the bank has paid it.</summary>
    public abstract LedgerAccount PaidInto { get; }
}
