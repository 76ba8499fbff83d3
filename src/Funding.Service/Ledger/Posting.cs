namespace Funding.Ledger;

/// <summary>What a posting records.</summary>
internal enum PostingKind
{
    /// <summary>An appropriation was opened.</summary>
    AppropriationOpened,

    /// <summary>More was appropriated (追加).</summary>
    AppropriationSupplemented,

    /// <summary>Less was appropriated (追减).</summary>
    AppropriationReduced,

    /// <summary>A decision took what was left over out of its year (结转).</summary>
    AppropriationCarriedOut,

    /// <summary>A decision took an earlier year's rest into this one (结转).</summary>
    AppropriationCarriedIn,

    /// <summary>What was left lapsed with the close of the year.</summary>
    AppropriationLapsed,

    /// <summary>A payment was approved.</summary>
    PaymentApproved,

    /// <summary>An approved payment was cancelled before export.</summary>
    PaymentCancelled,

    /// <summary>The bank paid.</summary>
    PaymentPaid,

    /// <summary>The bank refused a payment.</summary>
    PaymentFailed,

    /// <summary>The bank returned what it had paid (退汇).</summary>
    PaymentReturned,

    /// <summary>A review fixed what was due, or a later revision of it compensates the earlier one.</summary>
    YearSettled,

    /// <summary>Money came back.</summary>
    ReceiptRecorded,

    /// <summary>A confirmed deadline case claimed what was unused (ZS-08).</summary>
    UnusedClaimed,

    /// <summary>A deadline case claims less, or nothing any more, and compensates what it posted (ZS-08).</summary>
    UnusedReduced,

    /// <summary>A decision of two persons claimed money back: the standing was revoked, or it was obtained by fraud.</summary>
    ClaimDecided,

    /// <summary>Such a claim came down: an objection was upheld, or the bank returned the payment.</summary>
    ClaimReduced,

    /// <summary>What was outstanding was given up by decision.</summary>
    WrittenOff,

    /// <summary>A payment left without the part that was withheld for a clawback.</summary>
    OffsetTaken,

    /// <summary>That payment came back, and what was withheld is outstanding again.</summary>
    OffsetReversed,

    /// <summary>What was received too much went back to the body.</summary>
    RefundPaid,
}

/// <summary>
/// One amount moved from one account to another: both legs of the double entry in one row, which therefore balances by
/// construction. Postings are only ever added; a correction is another posting.
/// </summary>
internal sealed class Posting
{
    /// <summary>Order of writing, given by the database.</summary>
    public long Sequence { get; init; }

    public required PostingKind Kind { get; init; }

    /// <summary>
    /// The appropriation or its change, payment, settlement revision, receipt's part, deadline entry or decision behind it. It is posted
    /// once per kind and line.
    /// </summary>
    public required Guid SourceId { get; init; }

    /// <summary>Several lines where one act moves money between more than two accounts.</summary>
    public required int Line { get; init; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    public required int FiscalYear { get; init; }

    /// <summary>Whose money; null for the programme's own.</summary>
    public Guid? InstitutionId { get; init; }

    /// <summary>The account that the amount goes to.</summary>
    public required LedgerAccount Debit { get; init; }

    /// <summary>The account that it comes from.</summary>
    public required LedgerAccount Credit { get; init; }

    public required long AmountFen { get; init; }

    /// <summary>The business day.</summary>
    public required DateOnly PostedOn { get; init; }

    /// <summary>Subject of the person, or the review's document where an event caused it.</summary>
    public required string PostedBy { get; init; }

    /// <summary>The document that a reader looks up: budget, allotment, bank reference, review, receipt.</summary>
    public required string Reference { get; init; }
}
