using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Reporting.Tests;

/// <summary>Counts the queries that read some tables; the outbox and the clock ask on their own account.</summary>
internal sealed class QueryCounter(params string[] tables) : DbCommandInterceptor
{
    private int count;

    public int Count => Volatile.Read(ref count);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (Array.Exists(tables, table => command.CommandText.Contains($"\"{table}\"", StringComparison.Ordinal)))
        {
            Interlocked.Increment(ref count);
        }

        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
