namespace Funding.Ledger;

/// <summary>
/// Where a fen of an appropriation can be. Every fen is in exactly one of them, so that available + committed + advanced + entitled
/// + what is claimed back = appropriated, always. What is claimed back lies, for each cause, in five accounts: receivable + recovered
/// + offset + written off − refund due (<see cref="Clawbacks.ClaimAccounts"/>).
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

    /// <summary>Withheld from a later payment (ZS-07).</summary>
    Offset,

    /// <summary>Given up by decision (ZS-07).</summary>
    WrittenOff,

    /// <summary>Withheld from a later payment, of what was claimed as unused (ZS-08).</summary>
    UnusedOffset,

    /// <summary>Given up by decision, of what was claimed as unused (ZS-08).</summary>
    UnusedWrittenOff,

    /// <summary>Claimed because the standing was revoked, and outstanding.</summary>
    RevocationReceivable,

    /// <summary>Received back of it.</summary>
    RevocationRecovered,

    /// <summary>Received back of it and owed to the body.</summary>
    RevocationRefundDue,

    /// <summary>Withheld of it from a later payment.</summary>
    RevocationOffset,

    /// <summary>Given up of it by decision.</summary>
    RevocationWrittenOff,

    /// <summary>Claimed because it was obtained by fraud, and outstanding.</summary>
    FraudReceivable,

    /// <summary>Received back of it.</summary>
    FraudRecovered,

    /// <summary>Received back of it and owed to the body.</summary>
    FraudRefundDue,

    /// <summary>Withheld of it from a later payment.</summary>
    FraudOffset,

    /// <summary>Given up of it by decision.</summary>
    FraudWrittenOff,
}
