using System.Net;
using Gateway.Session;
using Gateway.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace Gateway.Tests.Session;

public abstract class RefreshTests(Platform platform)
{
    private static readonly TimeSpan NearlyExpired = TimeSpan.FromSeconds(290);
    private static readonly TimeSpan Expired = TimeSpan.FromSeconds(301);

    [Fact]
    public async Task Twenty_calls_at_once_refresh_an_expired_token_once_and_all_go_through()
    {
        using var browser = new Browser(platform.Address);
        await browser.SignInAsync("zs-maker");
        var before = platform.Refreshes;

        platform.Time.Advance(Expired);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => browser.GetAsync("/api/funding/advances")));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        (platform.Refreshes - before).ShouldBe(1);
    }

    [Fact]
    public async Task Two_replicas_refresh_a_shared_session_once_in_each_round()
    {
        var replica = await platform.StartReplicaAsync();
        using var browser = new Browser(platform.Address);
        await browser.SignInAsync("zs-maker");
        using var elsewhere = browser.Before(replica);
        var before = platform.Refreshes;

        for (var round = 1; round <= 5; round++)
        {
            platform.Time.Advance(Expired);
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? browser : elsewhere).GetAsync("/api/funding/advances")));

            answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
            (platform.Refreshes - before).ShouldBe(round);
        }
    }

    [Fact]
    public async Task A_token_that_nearly_expires_is_refreshed_in_good_time()
    {
        using var browser = new Browser(platform.Address);
        await browser.SignInAsync("zs-maker");
        var before = platform.Refreshes;

        platform.Time.Advance(NearlyExpired);
        await browser.SessionAsync();
        await browser.SessionAsync();

        (platform.Refreshes - before).ShouldBe(1);
    }

    [Fact]
    public async Task While_the_provider_is_away_a_call_with_an_expired_token_waits_for_better_times_and_the_session_lives_on()
    {
        using var browser = new Browser(platform.Address);
        await browser.SignInAsync("zs-maker");

        platform.Time.Advance(Expired);
        await platform.StopIdentityAsync();
        using var refused = await browser.GetAsync("/api/funding/advances");
        using var page = await browser.GetAsync("/");

        (await refused.ProblemAsync(HttpStatusCode.ServiceUnavailable)).GetProperty("code").GetString().ShouldBe("sign-in-unavailable");
        ((int)page.StatusCode).ShouldBeOneOf(200, 503);
        page.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await platform.OnDatabaseAsync(db => db.Sessions.CountAsync(session => session.RefreshingUntil != null))).ShouldBe(0);
        await platform.StartIdentityAsync();
    }

    [Fact]
    public async Task A_session_that_the_provider_ended_is_over_and_recorded()
    {
        using var browser = new Browser(platform.Address);
        await browser.SignInAsync("zs-leader");
        await platform.StopIdentityAsync();
        await platform.StartIdentityAsync();

        platform.Time.Advance(Expired);
        var session = await browser.SessionAsync();

        session.GetProperty("signedIn").GetBoolean().ShouldBeFalse();
        (await platform.OnDatabaseAsync(db => db.SignIns.CountAsync(record => record.Kind == SignInKind.Ended))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Sessions_that_are_over_are_forgotten()
    {
        using var browser = new Browser(platform.Address);
        await browser.SignInAsync("zs-leader");

        platform.Time.Advance(TimeSpan.FromHours(3));
        await platform.InScopeAsync<IEnumerable<ServiceDefaults.Clock.ISweep>, int>(sweeps => sweeps.OfType<ForgetSessions>().Single().RunAsync(default, TestContext.Current.CancellationToken));

        (await platform.OnDatabaseAsync(db => db.Sessions.CountAsync())).ShouldBe(0);
        (await platform.OnDatabaseAsync(db => db.SignIns.CountAsync())).ShouldBeGreaterThan(0);
        platform.Time.Advance(SignInRecord.Retention);
        await platform.InScopeAsync<IEnumerable<ServiceDefaults.Clock.ISweep>, int>(sweeps => sweeps.OfType<ForgetSessions>().Single().RunAsync(default, TestContext.Current.CancellationToken));
        (await platform.OnDatabaseAsync(db => db.SignIns.CountAsync())).ShouldBe(0);
    }
}

public sealed class RefreshOnSqliteTests(Platform platform) : RefreshTests(platform), IClassFixture<Platform>;

public sealed class RefreshOnPostgresTests(PlatformOnPostgres platform) : RefreshTests(platform), IClassFixture<PlatformOnPostgres>;
