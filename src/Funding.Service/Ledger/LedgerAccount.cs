namespace Funding.Ledger;

/// <summary>
/// Where a fen of an appropriation can be. Every fen is in exactly one of them, so that
/// available + committed + advanced + entitled + receivable + recovered − refund due, the last three under ZS-07 and under ZS-08,
/// = appropriated, always.
/// </summary>
internal enum LedgerAccount
{
    /// <summary>Granted by the budget document; the source of all others.</summary>
    Appropriated,

    /// <summary>Free to be approved.</summary>
    Available,

    /// <summary>Approved, not yet paid.</summary>
    Committed,

    /// <summary>Paid before its review (先行拨付, ZS-05).</summary>
    Advanced,

    /// <summary>Fixed as due by the review (ZS-06), and not claimed as unused.</summary>
    Entitled,

    /// <summary>Claimed back and outstanding (ZS-07).</summary>
    Receivable,

    /// <summary>Received back; it stays out of what is available (P-4).</summary>
    Recovered,

    /// <summary>Received back and, after a corrected review, owed to the body.</summary>
    RefundDue,

    /// <summary>Claimed as unused after a missed deadline, and outstanding (ZS-08).</summary>
    UnusedReceivable,

    /// <summary>Received back of what was claimed as unused (ZS-08).</summary>
    UnusedRecovered,

    /// <summary>Received back as unused and owed to the body, because the claim fell away (ZS-08).</summary>
    UnusedRefundDue,
}
