using Funding.Ledger;

namespace Funding.Clawbacks;

/// <summary>Where a body's paid money of one year stands in the ledger: every fen in exactly one account.</summary>
internal static class YearPosition
{
    /// <summary>The position; what is neither settled nor claimed is still an advance.</summary>
    /// <param name="paidFen">Paid and not returned.</param>
    /// <param name="settledFen">What the settlement is about; nothing before the review.</param>
    /// <param name="claims">What is claimed of the year, cause by cause.</param>
    public static IReadOnlyDictionary<LedgerAccount, long> Of(long paidFen, long? settledFen, params IReadOnlyCollection<ClaimFigures> claims)
    {
        var claimed = claims.Sum(claim => claim.ClaimedFen);
        var kept = settledFen is { } settled ? settled - claimed : 0;
        var position = new Dictionary<LedgerAccount, long> { [LedgerAccount.Advanced] = paidFen - kept - claimed, [LedgerAccount.Entitled] = kept };
        foreach (var (account, fen) in claims.SelectMany(claim => claim.Position()))
        {
            position[account] = position.GetValueOrDefault(account) + fen;
        }

        return position;
    }
}
