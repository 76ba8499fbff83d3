using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;

namespace Funding.Data;

/// <summary>Locks of several rows: an update of many locks them in whatever order it finds them, and two such updates could wait for each other.</summary>
internal static class RowLocks
{
    /// <summary>Takes the rows' turns until the transaction ends, in the order of their keys, by the same few statements whatever their number.</summary>
    public static async Task LockAsync<TRow>(this FundingDb db, IEnumerable<Guid> keys, CancellationToken cancellationToken)
        where TRow : class, IVersioned
    {
        var ids = keys.Distinct().Order().ToArray();
        if (ids.Length == 0)
        {
            return;
        }

        var type = db.Model.FindEntityType(typeof(TRow))!;
        var key = type.FindPrimaryKey()!.Properties.Single().Name;
        if (ids.Length > 1)
        {
            await InOrderAsync<TRow>(db, type.GetTableName()!, key, ids, cancellationToken);
        }

        await db.Set<TRow>().Where(row => ids.Contains(EF.Property<Guid>(row, key)))
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Version, r => r.Version + 1), cancellationToken);
    }

    // SQLite has one writer and nothing to order.
    private static Task InOrderAsync<TRow>(FundingDb db, string table, string key, Guid[] ids, CancellationToken cancellationToken)
        where TRow : class
    {
        var (hinted, ordered) = (
            $"""SELECT * FROM "{table}" WITH (UPDLOCK, ROWLOCK)""",
            $"SELECT \"{key}\" AS \"Value\" FROM \"{table}\" WHERE \"{key}\" = ANY({{0}}) ORDER BY \"{key}\" FOR UPDATE");
        return db.Database.IsSqlite() ? Task.CompletedTask
            : db.Database.IsSqlServer()
                ? db.Set<TRow>().FromSqlRaw(hinted).AsNoTracking().Where(row => ids.Contains(EF.Property<Guid>(row, key)))
                    .OrderBy(row => EF.Property<Guid>(row, key)).Select(row => EF.Property<Guid>(row, key)).ToListAsync(cancellationToken)
                : db.Database.SqlQueryRaw<Guid>(ordered, ids).ToListAsync(cancellationToken);
    }
}
