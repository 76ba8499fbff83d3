using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Messaging.Inbox;
using Messaging.Tests.Counting;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Broker;
using Testing.Databases;
using Xunit;

namespace Messaging.Tests.Inbox;

public sealed class ReceivingTests(ITestOutputHelper output)
{
    private static readonly string[] Events = ["test.account-opened", "test.amount-counted", "test.account-renamed"];

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Events_shuffled_and_tripled_take_effect_once(DatabaseProvider provider)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var broker = await (await TestBroker.SharedAsync()).NewAddressAsync();
        await using var publishing = await TestDatabase.CreateAsync(provider);
        await using var counting = await TestDatabase.CreateAsync(provider);
        await using var tap = await Tap.OnAsync(broker, Events);
        var expected = new Dictionary<Guid, (List<long> Amounts, long Version)>();
        await using (var publisher = await PublisherOnly.StartAsync(publishing, broker))
        {
            for (var i = 0; i < 8; i++)
            {
                var account = Guid.CreateVersion7();
                var amounts = Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.NextInt64(1, 1000)).ToList();
                var versions = random.Next(1, 5);
                expected[account] = (amounts, versions);
                await publisher.PublishAsync($"account/{account}", new AccountOpened { AccountId = account });
                foreach (var amount in amounts)
                {
                    await publisher.PublishAsync($"account/{account}", new AmountCounted { AccountId = account, AmountFen = amount });
                }

                foreach (var version in Enumerable.Range(1, versions))
                {
                    await publisher.PublishAsync(
                        $"account/{account}", new AccountRenamed { AccountId = account, Version = version, Title = $"title {version}" });
                }
            }

            await publisher.BecomesQuietAsync();
        }

        var published = expected.Values.Sum(account => 1 + account.Amounts.Count + (int)account.Version);
        await Eventually.HoldsAsync(() => tap.Messages.Count == published);
        foreach (var name in Events)
        {
            await tap.Channel.QueuePurgeAsync($"{CountingService.Name}.{name}");
        }

        await using var service = await CountingService.StartAsync(counting, broker);
        var thrice = tap.Messages.SelectMany(message => Enumerable.Repeat(message, 3)).ToArray();
        random.Shuffle(thrice);
        foreach (var message in thrice)
        {
            await tap.SendAsync($"{CountingService.Name}.{message.Envelope.GetProperty("type").GetString()}", message);
        }

        await service.BecomesQuietAsync();
        foreach (var (account, (amounts, version)) in expected)
        {
            (await service.EffectsAsync(account)).ShouldBe(amounts.Order());
            var row = await service.ReadAsync(db => db.Accounts.SingleAsync(stored => stored.Id == account));
            row.ConfirmedFen.ShouldBe(amounts.Sum());
            row.Title.ShouldBe($"title {version}");
        }

        (await service.ReadAsync(db => db.Set<InboxWaiting>().CountAsync())).ShouldBe(0);
        (await service.ReadAsync(db => db.Set<InboxMessage>().CountAsync(row => row.Endpoint != "counting.test.amount-confirmed"))).ShouldBe(published);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_reaction_that_fails_leaves_nothing_and_its_event_can_be_peeked_at_and_replayed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var service = await CountingService.StartAsync(database, await (await TestBroker.SharedAsync()).NewAddressAsync());
        var account = await service.OpenAccountAsync();
        service.Disturbance.Failing = true;
        await service.CountAsync(account, 7);
        var admin = service.Host.As("zs-admin", Roles.Admin);
        var errors = $"/api/counting/operations/errors/{CountingService.AmountQueue}";
        await Eventually.HoldsAsync(async () => (await admin.GetFromJsonAsync<JsonElement>(errors)).GetProperty("events").GetArrayLength() == 1);

        service.Disturbance.Looks.ShouldBe(3, "the first try and two retries");
        (await service.EffectsAsync()).ShouldBeEmpty();
        (await service.ReadAsync(db => db.Set<InboxMessage>().CountAsync())).ShouldBe(0);
        var peeked = (await admin.GetFromJsonAsync<JsonElement>(errors)).GetProperty("events")[0];
        peeked.GetProperty("reason").GetString().ShouldBe("A test makes this reaction fail.");
        peeked.GetProperty("content").GetProperty("body").GetProperty("amountFen").GetInt64().ShouldBe(7);
        peeked.ToString().ShouldNotContain("   at ", customMessage: "a stack trace is not for people");
        (await service.Host.As("zs-leader", Roles.Leader).GetAsync(errors)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await service.Host.As("zs-leader", Roles.Leader).PostAsync($"{errors}/replay", content: null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await admin.GetAsync("/api/counting/operations/errors/somebody.elses")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        service.Disturbance.Failing = false;
        var replayed = await (await admin.PostAsync($"{errors}/replay", content: null)).Content.ReadFromJsonAsync<JsonElement>();
        replayed.GetProperty("replayed").GetInt32().ShouldBe(1);

        await Eventually.PassesAsync(async () => (await service.EffectsAsync(account)).ShouldBe([7L]));
        (await admin.GetFromJsonAsync<JsonElement>(errors)).GetProperty("events").GetArrayLength().ShouldBe(0);
        var queue = (await admin.GetFromJsonAsync<JsonElement>("/api/counting/operations/queues")).GetProperty("queues").EnumerateArray()
            .Single(row => row.GetProperty("queue").GetString() == CountingService.AmountQueue);
        (queue.GetProperty("errors").GetInt32(), queue.GetProperty("consumers").GetInt32()).ShouldBe((0, 1));
    }
}
