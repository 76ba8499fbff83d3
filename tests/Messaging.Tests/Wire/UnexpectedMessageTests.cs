using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Messaging.Tests.Counting;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Broker;
using Testing.Databases;
using Xunit;

namespace Messaging.Tests.Wire;

public sealed class UnexpectedMessageTests
{
    [Fact]
    public async Task An_event_of_an_unknown_type_is_set_aside_at_once_and_replayed_to_the_same_end()
    {
        var (service, tap, sample) = await WithSampleAsync();
        await using var serviceUsed = service;
        await using var tapUsed = tap;

        await tap.SendAsync(CountingService.AmountQueue, sample, Changed(sample, envelope => envelope["type"] = "test.never-heard-of"));
        var admin = service.Host.As("zs-admin", Roles.Admin);
        var errors = $"/api/counting/operations/errors/{CountingService.AmountQueue}_error";
        await Eventually.HoldsAsync(async () => (await admin.GetFromJsonAsync<JsonElement>(errors)).GetProperty("events").GetArrayLength() == 1);
        var peeked = (await admin.GetFromJsonAsync<JsonElement>(errors)).GetProperty("events")[0];
        peeked.GetProperty("reason").GetString()!.ShouldContain("test.never-heard-of");
        peeked.GetProperty("content").GetProperty("type").GetString().ShouldBe("test.never-heard-of");

        var replayed = await (await admin.PostAsync($"{errors}/replay", content: null)).Content.ReadFromJsonAsync<JsonElement>();
        replayed.GetProperty("replayed").GetInt32().ShouldBe(1);
        await Eventually.HoldsAsync(async () => (await admin.GetFromJsonAsync<JsonElement>(errors)).GetProperty("events").GetArrayLength() == 1);
        (await service.EffectsAsync()).Count.ShouldBe(1, "only the sample took effect");
    }

    [Fact]
    public async Task What_is_no_event_at_all_is_set_aside_too()
    {
        var (service, tap, sample) = await WithSampleAsync();
        await using var serviceUsed = service;
        await using var tapUsed = tap;

        await tap.SendAsync(CountingService.AmountQueue, sample, """{"messageType":["urn:message:Somebody:Elses"],"message":{}}""");
        await tap.SendAsync(CountingService.AmountQueue, sample, "this is not JSON");
        await tap.SendAsync(CountingService.AmountQueue, sample, Renewed(sample, envelope => envelope["body"]!["accountId"] = "not a key"));

        await Eventually.HoldsAsync(async () => await ErrorsAsync(tap) == 3);
        (await service.EffectsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_consumer_ignores_fields_that_it_does_not_know()
    {
        var (service, tap, sample) = await WithSampleAsync();
        await using var serviceUsed = service;
        await using var tapUsed = tap;

        var next = Renewed(sample, envelope =>
        {
            envelope["addedLater"] = "by a newer publisher";
            envelope["body"]!["addedLater"] = new JsonObject { ["deep"] = 1 };
            envelope["body"]!["amountFen"] = 12;
        });
        await tap.SendAsync(CountingService.AmountQueue, sample, next);

        await Eventually.PassesAsync(async () => (await service.EffectsAsync()).ShouldBe([5L, 12L]));
    }

    private static async Task<uint> ErrorsAsync(Tap tap)
    {
        await using var look = await tap.NewChannelAsync();
        try
        {
            return (await look.QueueDeclarePassiveAsync($"{CountingService.AmountQueue}_error")).MessageCount;
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return 0;
        }
    }

    private static async Task<(CountingService Service, Tap Tap, WireMessage Sample)> WithSampleAsync()
    {
        var broker = await (await TestBroker.SharedAsync()).NewAddressAsync();
        var service = await CountingService.StartAsync(await TestDatabase.CreateAsync(DatabaseProvider.Sqlite), broker);
        var tap = await Tap.OnAsync(broker, "test.amount-counted");
        var account = await service.OpenAccountAsync();
        await service.CountAsync(account, 5);
        await Eventually.HoldsAsync(async () => tap.Messages.Count == 1 && (await service.EffectsAsync()).Count == 1);
        return (service, tap, tap.Messages.Single());
    }

    private static string Renewed(WireMessage message, Action<JsonNode> change)
    {
        var whole = JsonNode.Parse(Changed(message, change))!;
        whole["messageId"] = Guid.CreateVersion7().ToString();
        return whole.ToJsonString();
    }

    private static string Changed(WireMessage message, Action<JsonNode> change)
    {
        var whole = JsonNode.Parse(message.Text)!;
        change(whole["message"]!);
        return whole.ToJsonString();
    }
}
