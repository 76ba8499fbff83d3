using System.Net.Http.Json;
using System.Text.Json;
using Messaging.Tests.Counting;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Broker;
using Testing.Databases;
using Xunit;

namespace Messaging.Tests.Operations;

public sealed class QuietTests
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task It_is_not_quiet_while_a_reaction_has_the_event_in_hand(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var service = await CountingService.StartAsync(database, await (await TestBroker.SharedAsync()).NewAddressAsync());
        var account = await service.OpenAccountAsync();
        await Eventually.HoldsAsync(async () => (await LookAsync(service)).GetProperty("quiet").GetBoolean());
        var hold = new TaskCompletionSource();
        service.Disturbance.Hold = hold;

        await service.CountAsync(account, 1);
        await Eventually.HoldsAsync(() => service.Disturbance.Looks == 1);

        // Nothing in the outbox, nothing in the queue, and yet not done.
        var busy = await LookAsync(service);
        busy.GetProperty("quiet").GetBoolean().ShouldBeFalse();
        busy.GetProperty("inHand").GetInt32().ShouldBe(1);
        service.Disturbance.Hold = null;
        hold.SetResult();
        await Eventually.HoldsAsync(async () => (await LookAsync(service)).GetProperty("quiet").GetBoolean());
        (await service.EffectsAsync(account)).ShouldBe([1L]);
    }

    [Fact]
    public async Task Health_tells_of_the_bus()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var service = await CountingService.StartAsync(database, await (await TestBroker.SharedAsync()).NewAddressAsync());

        var health = await service.Host.Anonymous().GetFromJsonAsync<JsonElement>("/health");

        health.GetProperty("checks").EnumerateObject().Select(check => check.Name).ShouldContain("messaging");
    }

    [Fact]
    public async Task Settling_after_a_move_of_the_clock_waits_until_what_was_published_has_taken_effect()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var service = await CountingService.StartAsync(database, await (await TestBroker.SharedAsync()).NewAddressAsync());
        var account = await service.OpenAccountAsync();
        await Task.WhenAll(Enumerable.Range(1, 20).Select(amount => service.CountAsync(account, amount)));

        var published = await service.SettleAsync();

        (await service.EffectsAsync(account)).Count.ShouldBe(20);
        published.ShouldBe(40, "each amount is confirmed by a second event");
        (await service.SettleAsync()).ShouldBe(0);
    }

    private static async Task<JsonElement> LookAsync(CountingService service) =>
        await service.Host.Anonymous().GetFromJsonAsync<JsonElement>("/dev/quiet");
}
