using Messaging.Outbox;
using Messaging.Tests.Counting;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Broker;
using Testing.Databases;
using Xunit;

namespace Messaging.Tests.Outbox;

public sealed class FaultTests
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_crash_between_publish_and_mark_publishes_again_and_takes_effect_once(DatabaseProvider provider)
    {
        var broker = await (await TestBroker.SharedAsync()).NewAddressAsync();
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var tap = await Tap.OnAsync(broker, "test.amount-counted");
        var crash = new CrashBeforeMark();
        Guid account;
        await using (var first = await CountingService.StartAsync(database, broker, settings: null, crash))
        {
            account = await first.OpenAccountAsync();
            crash.Armed = true;
            await Task.WhenAll(Enumerable.Range(1, 20).Select(amount => first.CountAsync(account, amount)));
            await Eventually.HoldsAsync(() => crash.Crashed && tap.Messages.Count > 0);
        }

        await using var second = await CountingService.StartAsync(database, broker);
        await second.BecomesQuietAsync();

        (await second.EffectsAsync(account)).ShouldBe(Enumerable.Range(1, 20).Select(amount => (long)amount));
        (await second.ReadAsync(db => db.Accounts.Select(row => row.ConfirmedFen).SingleAsync())).ShouldBe(210);
        tap.Messages.GroupBy(message => message.Properties.MessageId).Count().ShouldBe(20);
        tap.Messages.Count.ShouldBeGreaterThan(20, "the crash left published events unmarked, so they must have been published again");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Two_dispatchers_on_one_database_publish_each_event_once(DatabaseProvider provider)
    {
        var broker = await (await TestBroker.SharedAsync()).NewAddressAsync();
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var tap = await Tap.OnAsync(broker, "test.amount-counted");

        // No timeout cuts a publish short here: what passes the broker twice was published by two.
        var patient = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Messaging:LeaseTerm"] = "00:02:00", ["Messaging:PublishTimeout"] = "00:00:50",
        };
        await using var one = await CountingService.StartAsync(database, broker, patient);
        await using var other = await CountingService.StartAsync(database, broker, patient);
        var account = await one.OpenAccountAsync();

        await Parallel.ForEachAsync(
            Enumerable.Range(1, 200), async (amount, _) => await (amount % 2 == 0 ? one : other).CountAsync(account, amount));
        await one.BecomesQuietAsync();
        await other.BecomesQuietAsync();

        (await one.EffectsAsync(account)).ShouldBe(Enumerable.Range(1, 200).Select(amount => (long)amount));
        tap.Messages.Count.ShouldBe(200, "one dispatcher holds the lease, and the other must publish nothing");
        (await one.ReadAsync(db => db.Set<OutboxLease>().Select(lease => lease.Fence).SingleAsync())).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task The_other_replica_takes_over_when_the_dispatcher_stops(DatabaseProvider provider)
    {
        var broker = await (await TestBroker.SharedAsync()).NewAddressAsync();
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var staying = await CountingService.StartAsync(database, broker);
        var account = await staying.OpenAccountAsync();
        await using (var leaving = await CountingService.StartAsync(database, broker))
        {
            await leaving.CountAsync(account, 1);
        }

        await staying.CountAsync(account, 2);
        await staying.BecomesQuietAsync();

        (await staying.EffectsAsync(account)).ShouldBe([1L, 2L]);
    }

    [Fact]
    public async Task A_lower_sequence_that_commits_late_is_published()
    {
        // PostgreSQL only: SQLite admits one writer, so sequences there commit in their order.
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var service = await CountingService.StartAsync(database, await (await TestBroker.SharedAsync()).NewAddressAsync());
        var account = await service.OpenAccountAsync();

        await service.Host.InScopeAsync(async (CountingDb slow) =>
        {
            await using var transaction = await slow.Database.BeginTransactionAsync();
            slow.Publish("account/slow", new AmountCounted { AccountId = account, AmountFen = 1 });
            await slow.SaveChangesAsync();
            await service.CountAsync(account, 2);
            await Eventually.PassesAsync(async () => (await service.EffectsAsync(account)).ShouldBe([2L]));
            await transaction.CommitAsync();
            return true;
        });
        await service.BecomesQuietAsync();

        (await service.EffectsAsync(account)).ShouldBe([1L, 2L]);
        var sequences = await service.ReadAsync(db => db.Set<OutboxMessage>()
            .Where(row => row.Type == "test.amount-counted").OrderBy(row => row.StreamKey).Select(row => row.Sequence).ToListAsync());
        sequences[1].ShouldBeLessThan(sequences[0], "the late commit must have had the lower sequence, or the test shows nothing");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_commit_during_an_empty_look_does_not_wait_for_the_poll(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var hold = new HoldAfterLook();
        await using var service = await CountingService.StartAsync(
            database,
            await (await TestBroker.SharedAsync()).NewAddressAsync(),
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Messaging:PollInterval"] = "01:00:00" },
            hold);
        var account = await service.OpenAccountAsync();
        await service.CountAsync(account, 1);
        await service.BecomesQuietAsync();

        for (var amount = 2; amount <= 6; amount++)
        {
            var looked = hold.HoldNext(findingSomething: false);
            await Eventually.HoldsAsync(() =>
            {
                service.Host.Services.Wake();
                return looked.IsCompleted;
            });
            await service.CountAsync(account, amount);
            hold.Release();
            await Eventually.PassesAsync(async () => (await service.EffectsAsync(account)).Last().ShouldBe(amount), TimeSpan.FromSeconds(10));
        }

        (await service.EffectsAsync(account)).ShouldBe([1L, 2, 3, 4, 5, 6]);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task An_owner_that_overslept_its_lease_marks_nothing_and_effects_happen_once(DatabaseProvider provider)
    {
        var broker = await (await TestBroker.SharedAsync()).NewAddressAsync();
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var tap = await Tap.OnAsync(broker, "test.amount-counted");
        var shortLease = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Messaging:LeaseTerm"] = "00:00:06", ["Messaging:PublishTimeout"] = "00:00:02",
        };
        var hold = new HoldAfterLook();
        await using var sleeper = await CountingService.StartAsync(database, broker, shortLease, hold);
        var account = await sleeper.OpenAccountAsync();
        await sleeper.CountAsync(account, 1);
        await sleeper.BecomesQuietAsync();

        var asleep = hold.HoldNext(findingSomething: true);
        await sleeper.CountAsync(account, 2);
        await asleep.WaitAsync(TimeSpan.FromSeconds(20));
        await using var other = await CountingService.StartAsync(database, broker, shortLease);
        await Eventually.PassesAsync(async () => (await other.EffectsAsync(account)).ShouldBe([1L, 2L]));
        hold.Release();
        await Eventually.HoldsAsync(
            () => sleeper.Host.Logs.Lines.Any(line => line.Message.Contains("took the lease over", StringComparison.Ordinal)),
            TimeSpan.FromSeconds(40));

        await other.CountAsync(account, 3);
        await other.BecomesQuietAsync();
        (await other.EffectsAsync(account)).ShouldBe([1L, 2L, 3L]);
        (await other.ReadAsync(db => db.Set<OutboxMessage>().MaxAsync(row => row.Attempts))).ShouldBe(0);
        tap.Messages.GroupBy(message => message.Properties.MessageId).Max(group => group.Count())
            .ShouldBeGreaterThan(1, "the sleeper published what the other had published");
    }
}
