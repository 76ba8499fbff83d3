using System.Net;
using Gateway.Tests.Running;

namespace Gateway.Tests.Session;

public sealed class AntiForgeryTests(Platform platform) : IClassFixture<Platform>
{
    [Fact]
    public async Task A_change_with_the_sessions_token_reaches_the_service_with_the_access_token_and_without_cookie()
    {
        using var browser = new Browser(platform.Address);
        await browser.SignInAsync("zs-maker");

        using var answer = await browser.PostAsync("/api/funding/advances?x=1", browser.Csrf);

        var echo = await answer.JsonAsync();
        echo.GetProperty("path").GetString().ShouldBe("/api/funding/advances?x=1");
        echo.Header("authorization").ShouldNotBeNull().ShouldStartWith("Bearer eyJ");
        echo.Header("cookie").ShouldBeNull();
        echo.Header("x-csrf").ShouldBeNull();
    }

    [Fact]
    public async Task A_change_without_the_token_or_with_another_sessions_is_refused_before_the_service()
    {
        using var browser = new Browser(platform.Address);
        using var other = new Browser(platform.Address);
        await browser.SignInAsync("zs-maker");
        await other.SignInAsync("zs-approver");

        foreach (var csrf in new[] { null, "", "guessed", other.Csrf })
        {
            using var answer = await browser.PostAsync("/api/funding/advances", csrf);

            (await answer.ProblemAsync(HttpStatusCode.Forbidden)).GetProperty("code").GetString().ShouldBe("anti-forgery");
        }
    }

    [Fact]
    public async Task Reading_needs_no_token()
    {
        using var browser = new Browser(platform.Address);
        await browser.SignInAsync("zs-maker");

        using var answer = await browser.GetAsync("/api/funding/advances");

        (await answer.JsonAsync()).Header("authorization").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_bearer_needs_none_and_is_passed_on_as_it_came()
    {
        using var client = await platform.BearerAsync("zs-maker");

        using var answer = await client.PostAsync(new Uri("/api/funding/advances", UriKind.Relative), content: null);

        (await answer.JsonAsync()).Header("authorization").ShouldBe(client.DefaultRequestHeaders.Authorization!.ToString());
    }

    [Fact]
    public async Task A_bearer_counts_where_a_browser_sends_a_session_as_well()
    {
        using var browser = new Browser(platform.Address);
        await browser.SignInAsync("zs-maker");
        using var client = await platform.BearerAsync("zs-leader");
        client.DefaultRequestHeaders.Add("Cookie", $"platform-session={browser.Cookies.GetCookies(platform.Address)["platform-session"]!.Value}");

        using var answer = await client.GetAsync(new Uri("/session", UriKind.Relative));

        var session = await answer.JsonAsync();
        session.GetProperty("username").GetString().ShouldBe("zs-leader");
        session.GetProperty("csrf").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }
}
