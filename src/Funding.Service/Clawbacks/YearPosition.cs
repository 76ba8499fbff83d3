using Funding.Ledger;

namespace Funding.Clawbacks;

/// <summary>Where a body's paid money of one year stands in the ledger: every fen in exactly one account.</summary>
internal static class YearPosition
{
    /// <summary>
    /// The position. What was received above a claim, after a correction, is owed to the body; what is outstanding is never below
    /// zero.
    /// </summary>
    /// <param name="paidFen">Paid and not returned.</param>
    /// <param name="keptFen">Settled and claimed by nobody.</param>
    /// <param name="overAdvance">Claimed and received under ZS-07.</param>
    /// <param name="unused">Claimed and received under ZS-08.</param>
    public static IReadOnlyDictionary<LedgerAccount, long> Of(
        long paidFen, long keptFen, (long ClaimedFen, long ReceivedFen) overAdvance, (long ClaimedFen, long ReceivedFen) unused) =>
        new Dictionary<LedgerAccount, long>
        {
            [LedgerAccount.Advanced] = paidFen - keptFen - overAdvance.ClaimedFen - unused.ClaimedFen,
            [LedgerAccount.Entitled] = keptFen,
            [LedgerAccount.Receivable] = Math.Max(0, overAdvance.ClaimedFen - overAdvance.ReceivedFen),
            [LedgerAccount.Recovered] = overAdvance.ReceivedFen,
            [LedgerAccount.RefundDue] = -Math.Max(0, overAdvance.ReceivedFen - overAdvance.ClaimedFen),
            [LedgerAccount.UnusedReceivable] = Math.Max(0, unused.ClaimedFen - unused.ReceivedFen),
            [LedgerAccount.UnusedRecovered] = unused.ReceivedFen,
            [LedgerAccount.UnusedRefundDue] = -Math.Max(0, unused.ReceivedFen - unused.ClaimedFen),
        };
}
