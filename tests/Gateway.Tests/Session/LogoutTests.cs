using System.Net;
using Gateway.Session;
using Gateway.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace Gateway.Tests.Session;

public sealed class LogoutTests(Platform platform) : IClassFixture<Platform>
{
    [Fact]
    public async Task Signing_out_ends_the_session_here_and_at_the_provider_and_is_recorded()
    {
        using var browser = new Browser(platform.Address);
        await browser.SignInAsync("zs-approver");
        var subject = (await browser.SessionAsync()).GetProperty("subject").GetString();
        using var copy = browser.Before(platform.Address);

        using var answer = await browser.PostAsync("/logout", browser.Csrf);
        using var asked = await browser.FollowAsync(await browser.GetAsync("/login"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        browser.Cookies.GetCookies(platform.Address)["platform-session"].ShouldBeNull();
        (await copy.SessionAsync()).GetProperty("signedIn").GetBoolean().ShouldBeFalse();
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        var records = await platform.OnDatabaseAsync(db => db.SignIns.AsNoTracking().Where(record => record.Subject == subject).OrderBy(record => record.Id).ToListAsync());
        records.Select(record => record.Kind).ShouldContain(SignInKind.SignedOut);
        records[^1].Address.ShouldBe("127.0.0.1");
        using var admin = await platform.BearerAsync("admin");
        using var list = await admin.GetAsync(new Uri($"/api/gateway/sign-ins?subject={records[^1].Subject}&limit=1", UriKind.Relative));
        (await list.JsonAsync()).GetProperty("items")[0].GetProperty("kind").GetString().ShouldBe("signed-out");
        using var maker = await platform.BearerAsync("zs-maker");
        await (await maker.GetAsync(new Uri("/api/gateway/sign-ins", UriKind.Relative))).ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Another_site_cannot_sign_a_person_out()
    {
        using var browser = new Browser(platform.Address);
        await browser.SignInAsync("zs-maker");

        using var answer = await browser.PostAsync("/logout", csrf: null);

        await answer.ProblemAsync(HttpStatusCode.Forbidden);
        (await browser.SessionAsync()).GetProperty("signedIn").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_may_sign_out_as_well()
    {
        using var browser = new Browser(platform.Address);

        using var answer = await browser.PostAsync("/logout", csrf: null);

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Signing_out_works_while_the_provider_is_away()
    {
        using var browser = new Browser(platform.Address);
        await browser.SignInAsync("zs-city");

        await platform.StopIdentityAsync();
        using var answer = await browser.PostAsync("/logout", browser.Csrf);
        await platform.StartIdentityAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await browser.SessionAsync()).GetProperty("signedIn").GetBoolean().ShouldBeFalse();
    }
}
