using Funding.Ledger;

namespace Funding.Clawbacks;

/// <summary>
/// What a clawback stands at: the one place where it is told what is outstanding and what is owed back. Money covers the claim first,
/// what was given up covers the rest.
/// </summary>
/// <param name="Cause">Why.</param>
/// <param name="ClaimedFen">Claimed now.</param>
/// <param name="ReceivedFen">Received (缴款书).</param>
/// <param name="OffsetFen">Withheld from later payments that the bank has paid.</param>
/// <param name="WrittenOffFen">Given up by decision.</param>
/// <param name="RefundedFen">Returned to the body.</param>
internal sealed record ClaimFigures(
    ClawbackCause Cause, long ClaimedFen, long ReceivedFen = 0, long OffsetFen = 0, long WrittenOffFen = 0, long RefundedFen = 0)
{
    /// <summary>What the treasury has of it, in cash and withheld.</summary>
    public long HeldFen => ReceivedFen + OffsetFen - RefundedFen;

    /// <summary>What came back for the claim as it stands.</summary>
    public long RecoveredFen => Math.Min(HeldFen, ClaimedFen);

    /// <summary>Claimed less receipts, offsets and write-offs; never below zero.</summary>
    public long OutstandingFen => Math.Max(0, ClaimedFen - HeldFen - WrittenOffFen);

    /// <summary>Received above the claim, and owed to the body; what was given up is never paid out.</summary>
    public long RefundDueFen => Math.Max(0, HeldFen - ClaimedFen);

    /// <summary>Where its fens stand in the ledger; together they are what is claimed.</summary>
    public IReadOnlyDictionary<LedgerAccount, long> Position()
    {
        var accounts = ClaimAccounts.Of(Cause);
        return new Dictionary<LedgerAccount, long>
        {
            [accounts.Receivable] = OutstandingFen,
            [accounts.Recovered] = ReceivedFen - RefundedFen,
            [accounts.Offset] = OffsetFen,
            [accounts.WrittenOff] = Math.Min(WrittenOffFen, Math.Max(0, ClaimedFen - HeldFen)),
            [accounts.RefundDue] = -RefundDueFen,
        };
    }
}
