using ServiceDefaults.Data;

namespace Funding.Advances;

/// <summary>The life of a payment: proposed → approved → exported → paid → returned, or failed, or cancelled before export.</summary>
internal enum AdvanceStatus
{
    /// <summary>Proposed by a maker; commits nothing.</summary>
    Proposed,

    /// <summary>Approved by another person; counts against cap and years (P-4).</summary>
    Approved,

    /// <summary>Sent to the bank in a sealed run; can no longer be cancelled.</summary>
    Exported,

    /// <summary>Paid by the bank (拨付).</summary>
    Paid,

    /// <summary>Paid and then returned by the bank (退汇); its commitment is released.</summary>
    Returned,

    /// <summary>Refused by the bank; its commitment is released.</summary>
    Failed,

    /// <summary>Given up before export; its commitment is released.</summary>
    Cancelled,
}

/// <summary>A year's money paid to a body before its review (ZS-05).</summary>
internal sealed class Advance : IVersioned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    public required Guid InstitutionId { get; init; }

    public required Guid AppropriationId { get; init; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    public required int FiscalYear { get; init; }

    public required long AmountFen { get; init; }

    public required string Purpose { get; init; }

    /// <summary>Number of the document that allots the money (下达文号).</summary>
    public required string AllotmentNumber { get; init; }

    /// <summary>Date of that document (下达): ZS-08 counts from it, not from the payment. Null where none is recorded.</summary>
    public DateOnly? AllottedOn { get; init; }

    public required string PayeeName { get; init; }

    /// <summary>The bank account, in full; lists show its last four digits.</summary>
    public required string PayeeAccount { get; init; }

    /// <summary>Why a body that city and county do not build together is paid all the same (ZS-29).</summary>
    public string? CoBuildReason { get; init; }

    public AdvanceStatus Status { get; set; }

    public required Signature Proposed { get; init; }

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

    /// <summary>From when ZS-08's clock runs for it; null before the payment where no allotment date is recorded.</summary>
    public DateOnly? ClockFrom => AllottedOn ?? PaidOn;

    /// <summary>Whether it counts against the cap and uses a year (P-4).</summary>
    public bool IsLive => Status is AdvanceStatus.Approved or AdvanceStatus.Exported or AdvanceStatus.Paid;
}
