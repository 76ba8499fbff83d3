namespace Funding.Ledger;

/// <summary>What went to an account and what left it.</summary>
/// <param name="Account">The account.</param>
/// <param name="DebitFen">All that went to it.</param>
/// <param name="CreditFen">All that left it.</param>
internal sealed record AccountBalance(LedgerAccount Account, long DebitFen, long CreditFen)
{
    /// <summary>Debits less credits; negative for the accounts that owe.</summary>
    public long BalanceFen => DebitFen - CreditFen;
}

/// <summary>
/// Sums of postings by account. Every account of <see cref="LedgerAccount"/> is summed alike: what a new one means is nothing that a sum
/// has to know.
/// </summary>
internal static class AccountBalances
{
    /// <summary>Totals of accounts from totals of transfers; accounts that never moved are left out.</summary>
    public static IReadOnlyList<AccountBalance> Of(IEnumerable<Transfer> sums)
    {
        var totals = new SortedDictionary<LedgerAccount, AccountBalance>();
        foreach (var sum in sums)
        {
            var debit = totals.GetValueOrDefault(sum.Debit, new AccountBalance(sum.Debit, 0, 0));
            totals[sum.Debit] = debit with { DebitFen = checked(debit.DebitFen + sum.AmountFen) };
            var credit = totals.GetValueOrDefault(sum.Credit, new AccountBalance(sum.Credit, 0, 0));
            totals[sum.Credit] = credit with { CreditFen = checked(credit.CreditFen + sum.AmountFen) };
        }

        return [.. totals.Values];
    }

    /// <summary>The balances that the rules of the ledger are written in.</summary>
    public static Balances ToBalances(this IEnumerable<Transfer> sums)
    {
        var balances = new Balances();
        foreach (var sum in sums)
        {
            balances.Add(sum);
        }

        return balances;
    }
}
