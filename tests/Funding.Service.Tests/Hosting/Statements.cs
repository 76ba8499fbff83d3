using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Funding.Tests.Hosting;

/// <summary>Counts the commands of a service that speak of something, each as often as it goes to the database.</summary>
internal sealed class Statements(string about) : DbCommandInterceptor
{
    private int count;

    /// <summary>How many there were since the last time.</summary>
    public int Take() => Interlocked.Exchange(ref count, 0);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => Pass(command, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => Pass(command, result);

    private ValueTask<T> Pass<T>(DbCommand command, T result)
    {
        if (command.CommandText.Contains(about, StringComparison.Ordinal))
        {
            Interlocked.Increment(ref count);
        }

        return ValueTask.FromResult(result);
    }
}
