namespace Funding.Ledger;

/// <summary>
/// Where a fen of an appropriation can be. Every fen is in exactly one of them, so that
/// available + committed + advanced + entitled + receivable + recovered − refund due = appropriated, always.
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

    /// <summary>Fixed as due by the review (ZS-06).</summary>
    Entitled,

    /// <summary>Claimed back and outstanding (ZS-07).</summary>
    Receivable,

    /// <summary>Received back; it stays out of what is available (P-4).</summary>
    Recovered,

    /// <summary>Received back and, after a corrected review, owed to the body.</summary>
    RefundDue,
}
