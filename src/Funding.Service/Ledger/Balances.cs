using Funding.Clawbacks;

namespace Funding.Ledger;

/// <summary>One amount that goes from one account to another.</summary>
internal sealed record Transfer(LedgerAccount Debit, LedgerAccount Credit, long AmountFen);

/// <summary>
/// What each account holds of one body's year. An account's balance is debits less credits, so those that owe
/// (<see cref="LedgerAccount.Appropriated"/>, and <see cref="LedgerAccount.RefundDue"/> of each cause) are negative here and shown positive.
/// </summary>
internal sealed record Balances
{
    private readonly Dictionary<LedgerAccount, long> byAccount = [];

    /// <summary>Debits less credits of an account.</summary>
    public long this[LedgerAccount account] => byAccount.GetValueOrDefault(account);

    /// <summary>Adds a transfer.</summary>
    public void Add(Transfer transfer)
    {
        byAccount[transfer.Debit] = checked(this[transfer.Debit] + transfer.AmountFen);
        byAccount[transfer.Credit] = checked(this[transfer.Credit] - transfer.AmountFen);
    }

    /// <summary>What was committed and not released: everything that left <see cref="LedgerAccount.Available"/> (P-4).</summary>
    public long Committed => this[LedgerAccount.Committed] + Paid;

    /// <summary>What the bank paid and did not return.</summary>
    public long Paid => this[LedgerAccount.Advanced] + this[LedgerAccount.Entitled] + Enum.GetValues<ClawbackCause>().Sum(Claimed);

    /// <summary>Claimed back for a cause: what is outstanding, came back, was withheld or given up, less what is owed to the body.</summary>
    public long Claimed(ClawbackCause cause) => ClaimAccounts.Of(cause).All.Sum(account => this[account]);

    /// <summary>Received back and withheld, less what was refunded, for all causes.</summary>
    public long Recovered => Enum.GetValues<ClawbackCause>().Select(ClaimAccounts.Of).Sum(accounts => this[accounts.Recovered] + this[accounts.Offset]);

    /// <summary>
    /// The fewest transfers that take a year from one position to another. Compensating a settlement is posting the difference
    /// to what it should be; nothing that was posted is touched.
    /// </summary>
    public static IReadOnlyList<Transfer> Difference(IReadOnlyDictionary<LedgerAccount, long> from, IReadOnlyDictionary<LedgerAccount, long> to)
    {
        var rising = new Queue<(LedgerAccount Account, long Fen)>();
        var falling = new Queue<(LedgerAccount Account, long Fen)>();
        foreach (var account in Enum.GetValues<LedgerAccount>())
        {
            var change = to.GetValueOrDefault(account) - from.GetValueOrDefault(account);
            (change > 0 ? rising : falling).Enqueue((account, Math.Abs(change)));
        }

        var transfers = new List<Transfer>();
        var (into, outOf) = (Next(rising), Next(falling));
        while (into.Fen > 0 && outOf.Fen > 0)
        {
            var amount = Math.Min(into.Fen, outOf.Fen);
            transfers.Add(new Transfer(into.Account, outOf.Account, amount));
            into = into.Fen > amount ? (into.Account, into.Fen - amount) : Next(rising);
            outOf = outOf.Fen > amount ? (outOf.Account, outOf.Fen - amount) : Next(falling);
        }

        return into.Fen == outOf.Fen ? transfers : throw new InvalidOperationException("The two positions do not hold the same money.");
    }

    private static (LedgerAccount Account, long Fen) Next(Queue<(LedgerAccount Account, long Fen)> queue)
    {
        while (queue.TryDequeue(out var next))
        {
            if (next.Fen > 0)
            {
                return next;
            }
        }

        return default;
    }
}
