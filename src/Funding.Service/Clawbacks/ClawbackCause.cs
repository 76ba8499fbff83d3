using Contracts.Funding;
using Funding.Ledger;

namespace Funding.Clawbacks;

/// <summary>Why money is taken back.</summary>
internal enum ClawbackCause
{
    /// <summary>Paid above the entitled amount of its year (ZS-07).</summary>
    OverAdvance,

    /// <summary>Unused when the time for the recognition was over (ZS-08).</summary>
    Deadline,

    /// <summary>The standing was revoked; opened by a decision of two persons.</summary>
    Revocation,

    /// <summary>Obtained by fraud; opened by a decision of two persons.</summary>
    Fraud,
}

/// <summary>Causes in the words of events.</summary>
internal static class CauseWords
{
    /// <summary>The word; null for what a settlement claims, which tells of it itself.</summary>
    public static string? Word(this ClawbackCause cause) => cause switch
    {
        ClawbackCause.Deadline => ClawbackCauses.Deadline,
        ClawbackCause.Revocation => ClawbackCauses.Revocation,
        ClawbackCause.Fraud => ClawbackCauses.Fraud,
        _ => null,
    };
}

/// <summary>Where what is claimed for one cause stands in the ledger.</summary>
internal sealed record ClaimAccounts(
    LedgerAccount Receivable, LedgerAccount Recovered, LedgerAccount RefundDue, LedgerAccount Offset, LedgerAccount WrittenOff)
{
    private static readonly Dictionary<ClawbackCause, ClaimAccounts> ByCause = new()
    {
        [ClawbackCause.OverAdvance] = new(
            LedgerAccount.Receivable, LedgerAccount.Recovered, LedgerAccount.RefundDue, LedgerAccount.Offset, LedgerAccount.WrittenOff),
        [ClawbackCause.Deadline] = new(
            LedgerAccount.UnusedReceivable, LedgerAccount.UnusedRecovered, LedgerAccount.UnusedRefundDue, LedgerAccount.UnusedOffset, LedgerAccount.UnusedWrittenOff),
        [ClawbackCause.Revocation] = new(
            LedgerAccount.RevocationReceivable,
            LedgerAccount.RevocationRecovered,
            LedgerAccount.RevocationRefundDue,
            LedgerAccount.RevocationOffset,
            LedgerAccount.RevocationWrittenOff),
        [ClawbackCause.Fraud] = new(
            LedgerAccount.FraudReceivable, LedgerAccount.FraudRecovered, LedgerAccount.FraudRefundDue, LedgerAccount.FraudOffset, LedgerAccount.FraudWrittenOff),
    };

    /// <summary>All five.</summary>
    public IReadOnlyList<LedgerAccount> All => [Receivable, Recovered, RefundDue, Offset, WrittenOff];

    /// <summary>Those of a cause.</summary>
    public static ClaimAccounts Of(ClawbackCause cause) => ByCause[cause];
}
