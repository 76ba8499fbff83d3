using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Messaging.Outbox;
using Messaging.Tests.Counting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Broker;
using Testing.Databases;
using Xunit;

namespace Messaging.Tests.Outbox;

public sealed class PoisonTests
{
    private const string Refused = "test.refused-by-broker";

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_poisoned_event_parks_beside_healthy_streams_and_an_administrator_requeues_it(DatabaseProvider provider)
    {
        var broker = await (await TestBroker.SharedAsync()).NewAddressAsync();
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var service = await CountingService.StartAsync(database, broker);
        await using var tap = await Tap.OnAsync(broker);
        var account = await service.OpenAccountAsync();

        // An exchange of this name and another kind is there already: the broker closes the channel of whoever declares ours.
        await tap.Channel.ExchangeDeclareAsync(Refused, ExchangeType.Direct, durable: true);
        await service.WriteAsync(db =>
        {
            db.Publish("account/poisoned", new RefusedByBroker("kind"));
            db.Publish("account/poisoned", new AmountCounted { AccountId = account, AmountFen = 1000 });
        });
        foreach (var amount in Enumerable.Range(1, 120))
        {
            await service.CountAsync(account, amount);
        }

        await Eventually.PassesAsync(async () => (await service.EffectsAsync()).ShouldBe(Enumerable.Range(1, 120).Select(amount => (long)amount)));
        await Eventually.HoldsAsync(() => service.ReadAsync(db => db.Set<OutboxMessage>().AnyAsync(row => row.ParkedAt != null)));
        var admin = service.Host.As("zs-admin", Roles.Admin);
        JsonElement outbox = default;
        await Eventually.PassesAsync(async () =>
        {
            outbox = await admin.GetFromJsonAsync<JsonElement>("/api/counting/operations/outbox");
            outbox.GetProperty("pending").GetInt32().ShouldBe(1, "only the event behind the parked one waits");
        });
        outbox.GetProperty("parked").GetInt32().ShouldBe(1);
        var parked = outbox.GetProperty("troubled").GetProperty("items")[0];
        parked.GetProperty("type").GetString().ShouldBe(Refused);
        parked.GetProperty("attempts").GetInt32().ShouldBe(3);
        parked.GetProperty("lastError").GetString()!.ShouldContain("PRECONDITION_FAILED");
        (await service.ReadAsync(db => db.Set<OutboxMessage>().Where(row => row.Type != Refused).MaxAsync(row => row.Attempts)))
            .ShouldBe(0, "neighbours of a poisoned event are not blamed");

        await tap.Channel.ExchangeDeleteAsync(Refused);
        var requeue = $"/api/counting/operations/outbox/{parked.GetProperty("sequence").GetInt64()}/requeue";
        (await service.Host.As("zs-maker", Roles.FinanceMaker).PostAsync(requeue, content: null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await admin.PostAsync(requeue, content: null)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await Eventually.PassesAsync(async () => (await service.EffectsAsync()).Last().ShouldBe(1000));
        (await admin.PostAsync(requeue, content: null)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "it is parked no more");
    }

    [Fact]
    public async Task What_the_broker_does_not_take_is_a_warning_at_each_attempt_and_an_error_once_it_is_given_up()
    {
        var broker = await (await TestBroker.SharedAsync()).NewAddressAsync();
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var service = await CountingService.StartAsync(database, broker);
        await using var tap = await Tap.OnAsync(broker);

        // A queue that takes nothing: the broker confirms each event as refused, as it does for a queue that has no leader yet.
        await tap.Channel.ExchangeDeclareAsync(Refused, ExchangeType.Fanout, durable: true);
        await tap.Channel.QueueDeclareAsync("full", exclusive: false, arguments: new Dictionary<string, object?> { ["x-max-length"] = 0, ["x-overflow"] = "reject-publish" });
        await tap.Channel.QueueBindAsync("full", Refused, "");
        await service.WriteAsync(db => db.Publish("account/refused", new RefusedByBroker("full")));

        await Eventually.HoldsAsync(() => service.Host.Logs.Lines.Any(line => line.Level >= LogLevel.Error));
        service.Host.Logs.Lines.Where(line => line.Level >= LogLevel.Error).ShouldHaveSingleItem().Message.ShouldContain("was parked after 3 attempts");
        service.Host.Logs.Lines.ShouldContain(line => line.Level == LogLevel.Warning && line.Category == "MassTransit" && line.Exception != null);
    }
}
