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

        // What waited for a body is applied in the write that opens its account: that one is tracked with the version that it had.
        if (db.Accounts.Local.FirstOrDefault(a => a.InstitutionId == institutionId) is { } opened)
        {
            await db.Entry(opened).ReloadAsync(cancellationToken);
        }

        return locked == 0
            ? null
            : await db.Accounts.Include(a => a.Years).Include(a => a.Absorbed).SingleAsync(a => a.InstitutionId == institutionId, cancellationToken);
    }

    /// <summary>
    /// Takes the turn of the body that <paramref name="body"/> asks for, and reads it, without asking for its key first; null where there is
    /// none, or where it has taken in others, whose turns come with its own: then nothing may be taken yet.
    /// </summary>
    public static async Task<FundingAccount?> TakeTurnAloneAsync(this FundingDb db, IQueryable<Guid?> body, CancellationToken cancellationToken)
    {
        var locked = await db.Accounts
            .Where(a => a.InstitutionId == body.FirstOrDefault() && a.Absorbed.Count == 0)
            .ExecuteUpdateAsync(row => row.SetProperty(a => a.Version, a => a.Version + 1), cancellationToken);
        return locked == 0
            ? null
            : await db.Accounts.Include(a => a.Years).Include(a => a.Absorbed).SingleAsync(a => a.InstitutionId == body.FirstOrDefault(), cancellationToken);
    }

    /// <summary>
    /// Takes several bodies' turns: the rows are locked in the order of their keys, so that two runs never wait for each other, by
    /// the same few statements whatever their number.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Guid, FundingAccount>> TakeTurnsAsync(
        this FundingDb db, IEnumerable<Guid> institutionIds, CancellationToken cancellationToken)
    {
        var ids = institutionIds.Distinct().ToList();
        await db.LockAsync<FundingAccount>(ids, cancellationToken);
        var accounts = await db.Accounts.Include(a => a.Years).Include(a => a.Absorbed).Where(a => ids.Contains(a.InstitutionId)).ToDictionaryAsync(a => a.InstitutionId, cancellationToken);
        return accounts.Count == ids.Count
            ? accounts
            : throw new InvalidOperationException($"There is no funding account {ids.First(id => !accounts.ContainsKey(id))}.");
    }
}
