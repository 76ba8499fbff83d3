using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Funding.Tests.Hosting;

/// <summary>
/// A service's power. Cut in the middle of its work, nothing that the process still tries reaches the database: what was not committed is gone,
/// and what was committed a moment before has no answer. A moment is a statement, the time before a commit, or the time after one.
/// </summary>
internal sealed class Power : DbCommandInterceptor, IDbTransactionInterceptor
{
    private readonly HttpContextAccessor requests = new();
    private readonly TaskCompletionSource cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Func<string?, bool> counts = _ => false;
    private int left;
    private int hanging;

    /// <summary>Whether nothing of the process hangs in its database any more.</summary>
    public bool IsQuiet => Volatile.Read(ref hanging) == 0;

    /// <summary>Cuts it at a moment of the commands (POST) that come from now on; the task completes then.</summary>
    public Task CutAt(int moment) => CutAt(moment, _ => requests.HttpContext?.Request.Method == HttpMethods.Post);

    /// <summary>Cuts it at a statement with this text, whoever executes it.</summary>
    public Task CutAt(int time, string text) => CutAt(time, statement => statement?.Contains(text, StringComparison.Ordinal) == true);

    /// <summary>Does not cut it after all.</summary>
    public void CutNo() => counts = _ => false;

    /// <summary>Cuts it now.</summary>
    public void Cut() => cut.TrySetResult();

    /// <summary>The process is gone: what still hangs in it ends.</summary>
    public void End() => gone.TrySetResult();

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await PassAsync(command.CommandText, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await PassAsync(command.CommandText, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await PassAsync(command.CommandText, cancellationToken);
        return result;
    }

    public async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await PassAsync(null, cancellationToken);
        return result;
    }

    public async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        await PassAsync(null, cancellationToken);

    private Task CutAt(int moment, Func<string?, bool> which)
    {
        (left, counts) = (moment, which);
        return cut.Task;
    }

    private async Task PassAsync(string? text, CancellationToken cancellationToken)
    {
        if (counts(text) && Interlocked.Decrement(ref left) == 0)
        {
            Cut();
        }

        if (!cut.Task.IsCompleted)
        {
            return;
        }

        Interlocked.Increment(ref hanging);
        try
        {
            await gone.Task.WaitAsync(cancellationToken);
            throw new IOException("The power is off.");
        }
        finally
        {
            Interlocked.Decrement(ref hanging);
        }
    }
}
