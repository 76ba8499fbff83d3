using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.Json;
using Messaging.Inbox;
using Messaging.Operations;
using Messaging.Tests.Counting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Broker;
using Testing.Databases;
using Xunit;

namespace Messaging.Tests.Inbox;

public sealed class WaitingTests
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Events_before_their_subject_wait_and_are_applied_in_the_transaction_that_creates_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var service = await CountingService.StartAsync(database, await (await TestBroker.SharedAsync()).NewAddressAsync());
        var account = Guid.CreateVersion7();
        foreach (var (position, amount) in new[] { 3, 1, 2 }.Index())
        {
            await service.CountAsync(account, amount);
            await Eventually.HoldsAsync(() => service.ReadAsync(async db => await db.Set<InboxWaiting>().CountAsync() == position + 1));
        }

        (await service.EffectsAsync()).ShouldBeEmpty();
        await Should.ThrowAsync<InvalidOperationException>(() => CreateAsync(service, account, () => throw new InvalidOperationException("The creation fails.")));
        (await service.EffectsAsync()).ShouldBeEmpty();
        (await service.ReadAsync(db => db.Set<InboxWaiting>().CountAsync())).ShouldBe(3, "what did not happen applied nothing");

        await CreateAsync(service, account, () => Task.CompletedTask);

        (await service.ReadAsync(db => db.Effects.OrderBy(effect => effect.Id).Select(effect => effect.AmountFen).ToListAsync()))
            .ShouldBe([3L, 1L, 2L], "in order of arrival");
        (await service.ReadAsync(db => db.Set<InboxWaiting>().CountAsync())).ShouldBe(0);
        await service.BecomesQuietAsync();
        (await service.ReadAsync(db => db.Accounts.Select(row => row.ConfirmedFen).SingleAsync())).ShouldBe(6);
    }

    [Fact]
    public async Task An_event_that_looks_while_its_subject_is_being_created_does_not_wait_for_ever()
    {
        // PostgreSQL only: on SQLite the reaction cannot even look while the creation holds the writer's turn.
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var service = await CountingService.StartAsync(database, await (await TestBroker.SharedAsync()).NewAddressAsync());
        var account = Guid.CreateVersion7();

        await CreateAsync(service, account, async () =>
        {
            // The creator has looked for waiting events and found none; it has not committed. Now the event arrives.
            await service.CountAsync(account, 9);
            await Eventually.HoldsAsync(() => service.Disturbance.Looks == 1);
        });

        await Eventually.PassesAsync(async () => (await service.EffectsAsync(account)).ShouldBe([9L]));
        (await service.ReadAsync(db => db.Set<InboxWaiting>().CountAsync())).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Events_and_creations_racing_each_other_lose_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var service = await CountingService.StartAsync(database, await (await TestBroker.SharedAsync()).NewAddressAsync());
        var accounts = Enumerable.Range(0, 60).Select(_ => Guid.CreateVersion7()).ToList();

        await Parallel.ForEachAsync(accounts, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (account, _) =>
        {
            await service.CountAsync(account, 1);
            await Task.WhenAll(service.CountAsync(account, 2), CreateAsync(service, account, () => Task.CompletedTask));
        });
        await service.BecomesQuietAsync();

        (await service.ReadAsync(db => db.Set<InboxWaiting>().CountAsync())).ShouldBe(0);
        (await service.ReadAsync(db => db.Accounts.CountAsync(row => row.ConfirmedFen == 3))).ShouldBe(60);
        (await service.ReadAsync(db => db.Effects.CountAsync())).ShouldBe(120);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task An_event_that_waits_too_long_raises_the_alarm_and_an_administrator_sees_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var service = await CountingService.StartAsync(
            database,
            await (await TestBroker.SharedAsync()).NewAddressAsync(),
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Messaging:WaitingAlarm"] = "00:00:01" });
        var account = Guid.CreateVersion7();
        var overdue = new ConcurrentDictionary<string, double>(StringComparer.Ordinal);
        using var meters = Listen(service.Host.Services.GetRequiredService<MessagingMetrics>(), overdue);
        await service.CountAsync(account, 4);

        await Eventually.HoldsAsync(() => service.Host.Logs.Lines.Any(line =>
            line.Level == LogLevel.Warning && line.Message.Contains($"has waited for account/{account}", StringComparison.Ordinal)));
        var admin = service.Host.As("zs-admin", Roles.Admin);
        var waiting = await admin.GetFromJsonAsync<JsonElement>("/api/counting/operations/waiting");
        waiting.GetProperty("overdue").GetInt32().ShouldBe(1);
        var row = waiting.GetProperty("events").GetProperty("items")[0];
        row.GetProperty("subjectKey").GetString().ShouldBe($"account/{account}");

        meters.RecordObservableInstruments();
        overdue["messaging.inbox.waiting_overdue"].ShouldBe(1);

        // An account that came by a way that forgot the waiting events: the administrator applies them.
        await service.WriteAsync(db => db.Add(new Account { Id = account }));
        var applied = await admin.PostAsync($"/api/counting/operations/waiting/{row.GetProperty("sequence").GetInt64()}/apply", content: null);
        (await applied.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("applied").GetInt32().ShouldBe(1);
        (await service.EffectsAsync(account)).ShouldBe([4L]);
        service.Host.Logs.Lines.Count(line => line.Message.Contains("has waited for", StringComparison.Ordinal)).ShouldBe(1, "one alarm for one event");
    }

    // Only this service's meter: other tests run beside this one.
    private static MeterListener Listen(MessagingMetrics metrics, ConcurrentDictionary<string, double> figures)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (ReferenceEquals(instrument.Meter, metrics.Meter))
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => figures[instrument.Name] = value);
        listener.Start();
        return listener;
    }

    private static Task<bool> CreateAsync(CountingService service, Guid account, Func<Task> beforeCommit) =>
        service.Host.InScopeAsync(async (IServiceProvider scope) =>
        {
            var db = scope.GetRequiredService<CountingDb>();
            await db.WriteAsync(
                async ct =>
                {
                    db.Add(new Account { Id = account });
                    await scope.GetRequiredService<WaitingEvents>().ApplyAsync(OnAccountOpened.Key(account), ct);
                    await beforeCommit();
                },
                CancellationToken.None);
            return true;
        });
}
