using System.Data.Common;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Messaging.Tests.Counting;

/// <summary>Stops a dispatcher after it has looked and before it sees what it found.</summary>
internal sealed class HoldAfterLook : DbCommandInterceptor
{
    private bool finding;
    private TaskCompletionSource? release;
    private TaskCompletionSource? looked;

    /// <summary>The next look that finds something, or the next that finds nothing, is held; completes when it has happened.</summary>
    public Task HoldNext(bool findingSomething)
    {
        finding = findingSomething;
        looked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return looked.Task;
    }

    public void Release() => release?.TrySetResult();

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (looked is { } waits && result.HasRows == finding && command.CommandText.Contains(OutboxQueries.DueTag, StringComparison.Ordinal))
        {
            looked = null;
            waits.TrySetResult();
            await release!.Task.WaitAsync(cancellationToken);
        }

        return result;
    }
}

/// <summary>From a chosen moment on no write of the outbox reaches the database: the process is dead, as far as anybody can tell.</summary>
internal sealed class CrashBeforeMark : DbCommandInterceptor
{
    /// <summary>Crashes at the next mark.</summary>
    public bool Armed { get; set; }

    /// <summary>Whether it crashed.</summary>
    public bool Crashed { get; private set; }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var marks = command.CommandText.Contains("PublishedAt", StringComparison.Ordinal);
        if (Armed && marks)
        {
            Crashed = true;
        }

        var concernsOutbox = marks || command.CommandText.Contains("\"OutboxLease\"", StringComparison.Ordinal);
        return Crashed && concernsOutbox
            ? throw new InvalidOperationException("The test's crash.")
            : ValueTask.FromResult(result);
    }
}
