using System.Diagnostics;
using Messaging.Inbox;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Messaging.Tests.Counting;

/// <summary>What a test does to the reactions of its service.</summary>
public sealed class Disturbance
{
    private int looks;

    /// <summary>Reactions throw while it is set.</summary>
    public bool Failing { get; set; }

    /// <summary>Reactions to amounts stay here, inside their transaction.</summary>
    public TaskCompletionSource? Hold { get; set; }

    /// <summary>How often a reaction to an amount looked for its account.</summary>
    public int Looks => Volatile.Read(ref looks);

    public void CountLook() => Interlocked.Increment(ref looks);
}

internal sealed class OnAccountOpened(CountingDb db, WaitingEvents waiting) : IOn<AccountOpened>
{
    public static string Key(Guid accountId) => $"account/{accountId}";

    public async Task<Applied> ApplyAsync(AccountOpened message, CancellationToken cancellationToken)
    {
        db.Add(new Account { Id = message.AccountId });
        await waiting.ApplyAsync(Key(message.AccountId), cancellationToken);
        return Applied.Done;
    }
}

internal sealed class OnAmountCounted(CountingDb db, Disturbance disturbance) : IOn<AmountCounted>
{
    public async Task<Applied> ApplyAsync(AmountCounted message, CancellationToken cancellationToken)
    {
        var known = await db.Accounts.AnyAsync(account => account.Id == message.AccountId, cancellationToken);
        disturbance.CountLook();
        if (!known)
        {
            return Applied.WaitFor(OnAccountOpened.Key(message.AccountId));
        }

        db.Add(new Effect { AccountId = message.AccountId, AmountFen = message.AmountFen, TraceId = Activity.Current?.TraceId.ToHexString() });
        db.Publish($"account/{message.AccountId}", new AmountConfirmed { AccountId = message.AccountId, AmountFen = message.AmountFen });
        if (disturbance.Hold is { } hold)
        {
            await hold.Task.WaitAsync(cancellationToken);
        }

        return disturbance.Failing ? throw new InvalidOperationException("A test makes this reaction fail.") : Applied.Done;
    }
}

internal sealed class OnAmountConfirmed(CountingDb db) : IOn<AmountConfirmed>
{
    public async Task<Applied> ApplyAsync(AmountConfirmed message, CancellationToken cancellationToken)
    {
        await db.Accounts.Where(account => account.Id == message.AccountId).ExecuteUpdateAsync(
            set => set.SetProperty(account => account.ConfirmedFen, account => account.ConfirmedFen + message.AmountFen), cancellationToken);
        return Applied.Done;
    }
}

internal sealed class OnAccountRenamed(CountingDb db) : IOn<AccountRenamed>
{
    public async Task<Applied> ApplyAsync(AccountRenamed message, CancellationToken cancellationToken)
    {
        if (!await db.Accounts.AnyAsync(account => account.Id == message.AccountId, cancellationToken))
        {
            return Applied.WaitFor(OnAccountOpened.Key(message.AccountId));
        }

        await db.Accounts.Where(account => account.Id == message.AccountId && account.TitleVersion < message.Version).ExecuteUpdateAsync(
            set => set.SetProperty(account => account.TitleVersion, message.Version).SetProperty(account => account.Title, message.Title),
            cancellationToken);
        return Applied.Done;
    }
}
