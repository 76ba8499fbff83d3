using AppHost.Local.Broker;
using Messaging.Outbox;
using Messaging.Tests.Counting;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Messaging.Tests.Outbox;

public sealed class BrokerAwayTests
{
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(10);

    [Fact]
    public Task A_broker_away_for_ten_seconds_loses_nothing_and_costs_no_attempt() =>
        Task.WhenAll(
            OutageAsync(DatabaseProvider.Sqlite, broker => broker.StopAsync(), broker => broker.StartAsync()),
            OutageAsync(DatabaseProvider.Postgres, broker => broker.StopAsync(), broker => broker.StartAsync()));

    [Fact]
    public Task A_broker_that_hangs_for_ten_seconds_loses_nothing_and_costs_no_attempt() =>
        OutageAsync(DatabaseProvider.Postgres, broker => broker.PauseAsync(), ThawAsync);

    private static Task ThawAsync(RabbitMqServer broker)
    {
        broker.Resume();
        return Task.CompletedTask;
    }

    private static async Task OutageAsync(DatabaseProvider provider, Func<RabbitMqServer, Task> leave, Func<RabbitMqServer, Task> comeBack)
    {
        await using var broker = await RabbitMqServer.StartNewAsync(cancellation: TestContext.Current.CancellationToken);
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var service = await CountingService.StartAsync(database, broker.ConnectionString);
        var account = await service.OpenAccountAsync();
        foreach (var amount in Enumerable.Range(1, 10))
        {
            await service.CountAsync(account, amount);
        }

        await service.BecomesQuietAsync();
        await leave(broker);
        using (var away = new PeriodicTimer(Away / 20))
        {
            foreach (var amount in Enumerable.Range(11, 20))
            {
                await service.CountAsync(account, amount);
                await away.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            }
        }

        (await service.EffectsAsync(account)).Count.ShouldBe(10, "the broker was away");
        await comeBack(broker);
        await service.BecomesQuietAsync(TimeSpan.FromSeconds(60));

        (await service.EffectsAsync(account)).ShouldBe(Enumerable.Range(1, 30).Select(amount => (long)amount));
        (await service.ReadAsync(db => db.Accounts.Select(row => row.ConfirmedFen).SingleAsync())).ShouldBe(465);
        (await service.ReadAsync(db => db.Set<OutboxMessage>().MaxAsync(row => row.Attempts))).ShouldBe(0);
        (await service.ReadAsync(db => db.Set<OutboxMessage>().CountAsync(row => row.ParkedAt != null))).ShouldBe(0);
    }
}
