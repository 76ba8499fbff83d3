using Funding.Ledger;
using Funding.Payments;

namespace Funding.Advances;

/// <summary>A year's money paid to a body before its review (ZS-05), or, by a decision of its own, on top of it afterwards (补差, ZS-06).</summary>
internal sealed class Advance : Payment
{
    public required Guid InstitutionId { get; init; }

    public required string Purpose { get; init; }

    /// <summary>Number of the document that allots the money (下达文号).</summary>
    public required string AllotmentNumber { get; init; }

    /// <summary>Date of that document (下达): ZS-08 counts from it, not from the payment. Null where none is recorded.</summary>
    public DateOnly? AllottedOn { get; init; }

    /// <summary>The failed or returned advance that it pays again, also after the year was settled; null where it pays for the first time.</summary>
    public Guid? ReplacesId { get; init; }

    /// <summary>Why a body that city and county do not build together is paid all the same (ZS-29).</summary>
    public string? CoBuildReason { get; init; }

    /// <summary>Number of the decision by which it tops up a settled year; null for an advance.</summary>
    public string? TopUpNumber { get; init; }

    /// <summary>Day of that decision.</summary>
    public DateOnly? TopUpDecidedOn { get; init; }

    /// <summary>Whether it tops a settled year up.</summary>
    public bool IsTopUp => TopUpNumber is not null;

    /// <summary>From when ZS-08's clock runs for it; null before the payment where no allotment date is recorded.</summary>
    public DateOnly? ClockFrom => AllottedOn ?? PaidOn;

    public override PaymentKind Kind => PaymentKind.Advance;

    public override Guid? BodyId => InstitutionId;

    public override string? PayeeOwner => PayeeAccounts.PayeeAccount.OwnerOf(InstitutionId);

    public override string Reference => AllotmentNumber;

    public override LedgerAccount PaidInto => LedgerAccount.Advanced;
}
