namespace Funding.Payments;

/// <summary>What a payment is for.</summary>
internal enum PaymentKind
{
    /// <summary>A year's money paid to a body before its review (ZS-05).</summary>
    Advance,

    /// <summary>A claim or a reward that was approved (HB-04, HB-15, HB-16, SD-08).</summary>
    Grant,
}

/// <summary>The life of a payment: proposed → approved → exported → paid → returned, or failed, or cancelled before export.</summary>
internal enum PaymentStatus
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
