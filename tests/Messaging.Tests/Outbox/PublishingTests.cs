using System.Diagnostics;
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

public sealed class PublishingTests
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Every_event_takes_effect_exactly_once_and_in_the_trace_of_its_write(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var service = await CountingService.StartAsync(database, await (await TestBroker.SharedAsync()).NewAddressAsync());
        var accounts = new[] { await service.OpenAccountAsync(), await service.OpenAccountAsync(), await service.OpenAccountAsync() };
        using var request = new Activity("request").Start();

        await Parallel.ForEachAsync(
            Enumerable.Range(1, 150), async (amount, _) => await service.CountAsync(accounts[amount % accounts.Length], amount));
        await service.BecomesQuietAsync();

        (await service.EffectsAsync()).ShouldBe(Enumerable.Range(1, 150).Select(amount => (long)amount));
        (await service.ReadAsync(db => db.Accounts.SumAsync(account => account.ConfirmedFen))).ShouldBe(150 * 151 / 2);
        (await service.ReadAsync(db => db.Effects.Select(effect => effect.TraceId).Distinct().ToListAsync()))
            .ShouldBe([request.TraceId.ToHexString()]);
        service.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_write_that_rolls_back_publishes_nothing(DatabaseProvider provider)
    {
        var broker = await (await TestBroker.SharedAsync()).NewAddressAsync();
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var service = await CountingService.StartAsync(database, broker);
        await using var tap = await Tap.OnAsync(broker, "test.amount-counted");
        var account = await service.OpenAccountAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => service.WriteAsync(db =>
        {
            db.Publish("account/x", new AmountCounted { AccountId = account, AmountFen = 1 });
            throw new InvalidOperationException("The test changes its mind.");
        }));
        await service.CountAsync(account, 2);
        await service.BecomesQuietAsync();

        (await service.EffectsAsync()).ShouldBe([2L]);
        tap.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Names_on_the_wire_are_the_contracts_and_not_those_of_CLR_types()
    {
        var broker = await (await TestBroker.SharedAsync()).NewAddressAsync();
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var service = await CountingService.StartAsync(database, broker);
        await using var tap = await Tap.OnAsync(broker, "test.amount-counted");
        var account = await service.OpenAccountAsync();

        await service.CountAsync(account, 7);
        await Eventually.HoldsAsync(() => tap.Messages.Count == 1);

        var message = tap.Messages.Single();
        message.Json.GetProperty("messageType").EnumerateArray().Select(type => type.GetString()).ShouldBe(["urn:message:platform:event"]);
        message.Envelope.GetProperty("type").GetString().ShouldBe("test.amount-counted");
        message.Envelope.GetProperty("body").GetProperty("amountFen").GetInt64().ShouldBe(7);
        message.Properties.MessageId.ShouldBe(
            (await service.ReadAsync(db => db.Set<OutboxMessage>().Where(row => row.Type == "test.amount-counted").Select(row => row.MessageId).SingleAsync())).ToString());
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task What_is_published_before_its_subscriber_ever_ran_is_delivered(DatabaseProvider provider)
    {
        var broker = await (await TestBroker.SharedAsync()).NewAddressAsync();
        await using var publishing = await TestDatabase.CreateAsync(provider);
        await using var counting = await TestDatabase.CreateAsync(provider);
        var account = Guid.CreateVersion7();
        await using (var publisher = await PublisherOnly.StartAsync(publishing, broker))
        {
            await publisher.PublishAsync($"account/{account}", new AccountOpened { AccountId = account });
            await publisher.PublishAsync($"account/{account}", new AmountCounted { AccountId = account, AmountFen = 5 });
            await publisher.BecomesQuietAsync();
        }

        await using var service = await CountingService.StartAsync(counting, broker);

        await Eventually.PassesAsync(async () => (await service.EffectsAsync(account)).ShouldBe([5L]));
        service.Host.Logs.ShouldHaveNoError();
    }
}
