using System.Buffers.Text;
using System.Net;
using System.Text;
using Gateway.Session;
using Gateway.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace Gateway.Tests.Session;

public sealed class SignInTests(Platform platform) : IClassFixture<Platform>
{
    [Fact]
    public async Task A_person_signs_in_through_the_browser_and_returns_to_the_page_they_wanted()
    {
        using var browser = new Browser(platform.Address);

        var arrived = await browser.SignInAsync("zs-operator", "/applications?status=draft");

        arrived.PathAndQuery.ShouldBe("/applications?status=draft");
        var session = await browser.SessionAsync();
        session.GetProperty("signedIn").GetBoolean().ShouldBeTrue();
        session.GetProperty("username").GetString().ShouldBe("zs-operator");
        session.GetProperty("name").GetString()!.ShouldStartWith("王海涛");
        session.GetProperty("roles").EnumerateArray().Select(role => role.GetString()).ShouldBe(["operator"]);
        session.GetProperty("jurisdiction").GetString().ShouldBe("zhoushan");
        session.GetProperty("district").GetString().ShouldBe("dinghai");
        session.GetProperty("organisation").GetString()!.Length.ShouldBe(18);
    }

    [Fact]
    public async Task Somebody_without_a_session_is_told_so()
    {
        using var browser = new Browser(platform.Address);

        var session = await browser.SessionAsync();

        session.GetProperty("signedIn").GetBoolean().ShouldBeFalse();
        session.GetProperty("subject").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task The_browser_holds_a_handle_that_scripts_cannot_read_and_never_a_token()
    {
        using var browser = new Browser(platform.Address);
        await browser.SignInAsync("zs-maker");

        var cookie = browser.Cookies.GetCookies(platform.Address)["platform-session"]!;
        using var answer = await browser.GetAsync("/session");

        cookie.HttpOnly.ShouldBeTrue();
        cookie.Value.Length.ShouldBe(43);
        (await answer.Content.ReadAsStringAsync()).ShouldNotMatch(@"eyJ[\w-]+\.");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task The_database_holds_neither_the_handle_nor_a_readable_token()
    {
        using var browser = new Browser(platform.Address);
        await browser.SignInAsync("zs-maker");
        var handle = browser.Cookies.GetCookies(platform.Address)["platform-session"]!.Value;

        var rows = await platform.OnDatabaseAsync(db => db.Sessions.AsNoTracking().ToListAsync());

        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row => row.Key != handle && row.Key.Length == 64);
        foreach (var row in rows)
        {
            // A token has points between its parts, and what is kept names its fields. A few letters prove nothing: a cipher's text holds any three by chance.
            row.ProtectedTokens.ShouldNotContain(".");
            Encoding.Latin1.GetString(Base64Url.DecodeFromChars(row.ProtectedTokens)).ShouldNotContain(nameof(SessionTokens.AccessExpiresAt));
        }
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("")]
    public async Task Signing_in_never_leads_to_another_site(string returnUrl)
    {
        using var browser = new Browser(platform.Address);

        (await browser.SignInAsync("zs-city", returnUrl)).ShouldBe(platform.Address);
    }

    [Fact]
    public async Task A_callback_that_this_browser_did_not_ask_for_is_refused_with_a_way_on()
    {
        using var victim = new Browser(platform.Address);
        using var attacker = new Browser(platform.Address);
        using var page = await attacker.FollowAsync(await attacker.GetAsync("/login"));
        using var callback = await attacker.SubmitAsync(page, "zs-expert-1");

        using var answer = await victim.GetAsync(callback.Headers.Location!.ToString());

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("重新登录");
        (await victim.SessionAsync()).GetProperty("signedIn").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task An_ID_token_that_answers_another_sign_in_is_refused()
    {
        using var browser = new Browser(platform.Address);
        using var challenge = await browser.GetAsync("/login");
        var swapped = System.Text.RegularExpressions.Regex.Replace(challenge.Headers.Location!.ToString(), "nonce=[^&]+", "nonce=another", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        using var page = await browser.GetAsync(swapped);
        using var callback = await browser.SubmitAsync(page, "zs-expert-1");

        using var answer = await browser.GetAsync(callback.Headers.Location!.ToString());

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        platform.Logs.Lines.ShouldContain(line => line.Message.Contains("nonce", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signing_in_again_ends_the_session_that_the_browser_had()
    {
        using var browser = new Browser(platform.Address);
        await browser.SignInAsync("zs-leader");
        using var old = browser.Before(platform.Address);

        await (await browser.GetAsync("/login")).Content.ReadAsStringAsync();
        using var silent = await browser.FollowAsync(await browser.GetAsync("/login"));
        using var home = await browser.FollowAsync(silent);

        home.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.SessionAsync()).GetProperty("signedIn").GetBoolean().ShouldBeTrue();
        (await old.SessionAsync()).GetProperty("signedIn").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_person_with_very_many_browsers_loses_the_oldest_session()
    {
        using var first = new Browser(platform.Address);
        await first.SignInAsync("zs-auditor");
        for (var i = 0; i < 20; i++)
        {
            using var next = new Browser(platform.Address);
            await next.SignInAsync("zs-auditor");
        }

        (await first.SessionAsync()).GetProperty("signedIn").GetBoolean().ShouldBeFalse();
    }
}
