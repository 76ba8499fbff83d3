using Funding.Data;
using Microsoft.EntityFrameworkCore;

namespace Funding.Accounts;

/// <summary>Whose turn it is to touch a body's money.</summary>
internal static class Turn
{
    /// <summary>
    /// Takes the body's turn until the transaction ends, and reads the account and its years as they are then; null where there
    /// is no such account. The update comes before the read on purpose: on every database it locks the row, so that what is read
    /// after it is the latest and stays so, and the years may be decided upon without a condition in the statement itself
    /// (PostgreSQL would judge a condition on other rows by a snapshot from before the wait).
    /// </summary>
    public static async Task<FundingAccount?> TakeTurnAsync(this FundingDb db, Guid institutionId, CancellationToken cancellationToken)
    {
        var locked = await db.Accounts
            .Where(a => a.InstitutionId == institutionId)
            .ExecuteUpdateAsync(row => row.SetProperty(a => a.Version, a => a.Version + 1), cancellationToken);
        return locked == 0
            ? null
            : await db.Accounts.Include(a => a.Years).Include(a => a.Absorbed).SingleAsync(a => a.InstitutionId == institutionId, cancellationToken);
    }

    /// <summary>Takes several bodies' turns, always in the same order, so that two runs never wait for each other.</summary>
    public static async Task<IReadOnlyDictionary<Guid, FundingAccount>> TakeTurnsAsync(
        this FundingDb db, IEnumerable<Guid> institutionIds, CancellationToken cancellationToken)
    {
        var accounts = new Dictionary<Guid, FundingAccount>();
        foreach (var institutionId in institutionIds.Distinct().Order())
        {
            accounts[institutionId] = await db.TakeTurnAsync(institutionId, cancellationToken)
                ?? throw new InvalidOperationException($"There is no funding account {institutionId}.");
        }

        return accounts;
    }
}
