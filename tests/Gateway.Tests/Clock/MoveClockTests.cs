using System.Net;
using System.Text;
using Gateway.Clock;
using Gateway.Tests.Running;

namespace Gateway.Tests.Clock;

public sealed class MoveClockTests : IAsyncLifetime
{
    private readonly Platform platform = new();

    public ValueTask InitializeAsync() => platform.InitializeAsync();

    public ValueTask DisposeAsync() => platform.DisposeAsync();

    [Fact]
    public async Task All_services_walk_together_and_stop_at_the_start_of_each_day()
    {
        using var admin = await platform.BearerAsync("admin");

        using var answer = await MoveAsync(admin, "2026-01-04T09:00:00+08:00");

        var moved = await answer.JsonAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        moved.GetProperty("today").GetString().ShouldBe("2026-01-04");
        moved.GetProperty("days").GetInt32().ShouldBe(3);
        moved.GetProperty("sweeps").GetInt32().ShouldBe(12);
        foreach (var service in new[] { platform.Registry, platform.Funding, platform.Reporting })
        {
            service.Moves.ToArray().ShouldBe([Day(2), Day(3), Day(4), Day(4).AddHours(9)], service.Name);
        }
    }

    [Fact]
    public async Task A_day_that_published_something_ends_only_when_everything_is_quiet()
    {
        platform.Funding.Publishes = day => day == new DateOnly(2026, 1, 3) ? 2 : 0;
        platform.Reporting.RestlessLooks = 5;
        using var admin = await platform.BearerAsync("admin");

        using var answer = await MoveAsync(admin, "2026-01-05T00:00:00+08:00");

        (await answer.JsonAsync()).GetProperty("published").GetInt32().ShouldBe(2);
        platform.Reporting.QuietLooks.ShouldBeGreaterThanOrEqualTo(5 + 2 + 2);
    }

    [Fact]
    public async Task Days_on_which_nothing_happens_are_not_waited_for()
    {
        using var admin = await platform.BearerAsync("admin");

        using var answer = await MoveAsync(admin, "2028-01-01T00:00:00+08:00");

        (await answer.JsonAsync()).GetProperty("days").GetInt32().ShouldBe(729);
        platform.Reporting.QuietLooks.ShouldBe(2);
    }

    [Fact]
    public async Task It_never_goes_back()
    {
        using var admin = await platform.BearerAsync("admin");

        using var answer = await MoveAsync(admin, "2025-12-31T09:00:00+08:00");

        (await answer.ProblemAsync(HttpStatusCode.Conflict)).GetProperty("code").GetString().ShouldBe("clock-backwards");
        platform.Funding.Moves.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_does_not_go_further_than_a_bound_at_once()
    {
        using var admin = await platform.BearerAsync("admin");

        using var answer = await MoveAsync(admin, "2099-01-01T09:00:00+08:00");

        await answer.ProblemAsync(HttpStatusCode.BadRequest);
        platform.Funding.Moves.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_fails_is_named_and_the_same_request_goes_on_from_there()
    {
        platform.Funding.FailsOn = new DateOnly(2026, 1, 3);
        using var admin = await platform.BearerAsync("admin");

        using var failed = await MoveAsync(admin, "2026-01-04T00:00:00+08:00");
        platform.Funding.FailsOn = null;
        using var repeated = await MoveAsync(admin, "2026-01-04T00:00:00+08:00");

        var problem = await failed.ProblemAsync(HttpStatusCode.ServiceUnavailable);
        problem.GetProperty("code").GetString().ShouldBe("clock-move-failed");
        problem.GetProperty("inputs").GetProperty("service").GetString().ShouldBe("funding");
        repeated.StatusCode.ShouldBe(HttpStatusCode.OK);
        platform.Funding.Moves.ToArray().ShouldBe([Day(2), Day(3), Day(4)]);
        platform.Registry.Moves.ToArray().ShouldBe([Day(2), Day(3), Day(4)]);
    }

    [Fact]
    public async Task Everybody_signed_in_reads_it_and_only_the_administrator_moves_it()
    {
        using var maker = await platform.BearerAsync("zs-maker");
        using var anonymous = platform.Anonymous();

        using var read = await maker.GetAsync(new Uri("/dev/clock", UriKind.Relative));
        using var moved = await MoveAsync(maker, "2026-01-04T00:00:00+08:00");
        using var unknown = await anonymous.GetAsync(new Uri("/dev/clock", UriKind.Relative));

        (await read.JsonAsync()).GetProperty("today").GetString().ShouldBe("2026-01-01");
        await moved.ProblemAsync(HttpStatusCode.Forbidden);
        await unknown.ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("""{"now":"tomorrow"}""")]
    [InlineData("""{"now":"2026-01-04T00:00:00+08:00","days":3}""")]
    [InlineData("""{"now":""")]
    [InlineData("{}")]
    public async Task A_move_that_cannot_be_read_is_a_problem(string body)
    {
        using var admin = await platform.BearerAsync("admin");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await admin.PutAsync(new Uri("/dev/clock", UriKind.Relative), content);

        await answer.ProblemAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Where_the_clock_is_not_adjustable_there_is_no_such_address()
    {
        var gateway = await platform.StartReplicaAsync("--Clock:Adjustable=false");
        using var admin = await platform.BearerAsync("admin");

        using var answer = await admin.GetAsync(new Uri(gateway, "/dev/clock"));

        await answer.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public void The_stops_are_the_starts_of_Shanghais_days_whatever_offset_is_asked_in() =>
        MoveClocks.Stops(new DateTimeOffset(2026, 1, 1, 15, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 2, 20, 0, 0, TimeSpan.Zero))
            .ShouldBe([Day(2), Day(3), new DateTimeOffset(2026, 1, 3, 4, 0, 0, TimeSpan.FromHours(8))]);

    private static DateTimeOffset Day(int day) => new(2026, 1, day, 0, 0, 0, TimeSpan.FromHours(8));

    private static async Task<HttpResponseMessage> MoveAsync(HttpClient client, string now)
    {
        using var body = new StringContent($$"""{"now":"{{now}}"}""", Encoding.UTF8, "application/json");
        return await client.PutAsync(new Uri("/dev/clock", UriKind.Relative), body);
    }
}
