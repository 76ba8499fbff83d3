using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Tests.Hosting;
using Shouldly;
using Testing;
using Testing.Databases;
using Xunit;

namespace ServiceDefaults.Tests.Clock;

public sealed class ClockTests
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_move_is_persisted_seen_by_every_replica_and_logs_nobody_out(DatabaseProvider provider)
    {
        await using var shop = await Shop.OpenAsync(provider);
        await using var replica = await shop.ReplicaAsync();
        using var maker = shop.Host.As(Shop.Maker, Roles.FinanceMaker);
        var target = shop.Host.Services.GetRequiredService<BusinessClock>().Now.AddDays(30);

        using var moved = await MoveAsync(shop, target);

        var day = DateOnly.FromDateTime(target.DateTime);
        (await moved.JsonAsync()).Text("today").ShouldBe(day.ToString("O", CultureInfo.InvariantCulture));
        shop.Host.Services.GetRequiredService<BusinessClock>().Today.ShouldBe(day);
        await Eventually.HoldsAsync(() => replica.Services.GetRequiredService<BusinessClock>().Today == day);
        using var still = await maker.GetAsync(new Uri("/api/shop/whoami", UriKind.Relative));
        still.StatusCode.ShouldBe(HttpStatusCode.OK);
        shop.Host.Logs.ShouldHaveNoError();
    }

    [Fact]
    public async Task The_clock_only_moves_forward()
    {
        await using var shop = await Shop.OpenAsync();
        var clock = shop.Host.Services.GetRequiredService<BusinessClock>();
        using var forward = await MoveAsync(shop, clock.Now.AddDays(3));
        var today = clock.Today;

        using var back = await MoveAsync(shop, clock.Now.AddDays(-1));
        using var farAhead = await MoveAsync(shop, clock.Now.AddYears(11));

        (await back.ProblemAsync(HttpStatusCode.Conflict)).Text("code").ShouldBe("clock-backwards");
        await farAhead.ProblemAsync(HttpStatusCode.BadRequest);
        clock.Today.ShouldBe(today);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_new_databases_clock_begins_where_its_story_does_and_an_old_one_goes_on(DatabaseProvider provider)
    {
        var begins = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Clock:StartsOn"] = "2026-01-05T09:00:00+08:00" };
        await using var shop = await Shop.OpenAsync(provider, settings: begins);
        var clock = shop.Host.Services.GetRequiredService<BusinessClock>();
        clock.Today.ShouldBe(new DateOnly(2026, 1, 5));
        using var moved = await MoveAsync(shop, clock.Now.AddDays(2));
        moved.StatusCode.ShouldBe(HttpStatusCode.OK);

        await using var restarted = await shop.ReplicaAsync(settings: begins);

        restarted.Services.GetRequiredService<BusinessClock>().Today.ShouldBe(new DateOnly(2026, 1, 7));
    }

    [Fact]
    public async Task Sweeps_run_on_every_day_of_the_way()
    {
        var seen = new SeenDays();
        await using var shop = await Shop.OpenAsync(services: services => services.AddSingleton(seen).AddSweep<NoteTheDay>());
        var clock = shop.Host.Services.GetRequiredService<BusinessClock>();
        await Eventually.HoldsAsync(() => seen.Days.Contains(clock.Today));
        var start = clock.Today;

        using var moved = await MoveAsync(shop, clock.Now.AddDays(10));

        seen.Days.Order().ShouldBe(Enumerable.Range(0, 11).Select(start.AddDays));
        (await moved.JsonAsync())["sweeps"]!.GetValue<int>().ShouldBe(10);
    }

    [Fact]
    public async Task An_administrator_runs_a_sweep_by_name()
    {
        var seen = new SeenDays();
        await using var shop = await Shop.OpenAsync(services: services => services.AddSingleton(seen).AddSweep<NoteTheDay>());
        using var admin = shop.Host.As("admin", Roles.Admin);
        using var maker = shop.Host.As(Shop.Maker, Roles.FinanceMaker);

        using var ran = await admin.PostAsync(new Uri("/api/shop/sweeps/note-the-day", UriKind.Relative), content: null);
        using var unknown = await admin.PostAsync(new Uri("/api/shop/sweeps/nothing", UriKind.Relative), content: null);
        using var others = await maker.PostAsync(new Uri("/api/shop/sweeps/note-the-day", UriKind.Relative), content: null);

        (await ran.JsonAsync()).Text("name").ShouldBe("note-the-day");
        await unknown.ProblemAsync(HttpStatusCode.NotFound);
        await others.ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_sweep_that_fails_is_logged_and_stops_nothing()
    {
        var seen = new SeenDays();
        await using var shop = await Shop.OpenAsync(
            services: services => services.AddSweep<AlwaysFails>().AddSingleton(seen).AddSweep<NoteTheDay>());

        await Eventually.HoldsAsync(() => seen.Days.Count == 1);

        shop.Host.Logs.Lines.ShouldContain(line => line.Message.Contains("always-fails", StringComparison.Ordinal));
    }

    [Fact]
    public void A_day_begins_at_midnight_in_Shanghai()
    {
        BusinessClock.DayOf(new DateTime(2026, 1, 4, 15, 59, 59, DateTimeKind.Utc)).ShouldBe(new DateOnly(2026, 1, 4));
        BusinessClock.DayOf(new DateTime(2026, 1, 4, 16, 0, 0, DateTimeKind.Utc)).ShouldBe(new DateOnly(2026, 1, 5));
        BusinessClock.StartOf(new DateOnly(2026, 1, 5)).ShouldBe(new DateTime(2026, 1, 4, 16, 0, 0, DateTimeKind.Utc));
    }

    private static async Task<HttpResponseMessage> MoveAsync(Shop shop, DateTimeOffset target)
    {
        using var client = shop.Host.Anonymous();
        return await client.SendJsonAsync(HttpMethod.Put, "/dev/clock", $$"""{"now": "{{target:O}}"}""");
    }

    private sealed class SeenDays
    {
        public System.Collections.Concurrent.ConcurrentDictionary<DateOnly, bool> Seen { get; } = new();

        public ICollection<DateOnly> Days => Seen.Keys;
    }

    private sealed class NoteTheDay(SeenDays days) : ISweep
    {
        public string Name => "note-the-day";

        public Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken) => Task.FromResult(days.Seen.TryAdd(today, true) ? 1 : 0);
    }

    private sealed class AlwaysFails : ISweep
    {
        public string Name => "always-fails";

        public Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken) => throw new DbUpdateException("always");
    }
}
