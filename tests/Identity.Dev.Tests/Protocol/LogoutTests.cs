using System.Net;
using Microsoft.AspNetCore.WebUtilities;

namespace Identity.Dev.Tests.Protocol;

public sealed class LogoutTests(RunningIdentity identity) : IClassFixture<RunningIdentity>
{
    [Fact]
    public async Task Logout_with_the_ID_token_ends_the_session_and_returns_to_a_registered_address()
    {
        using var flow = new CodeFlow(identity);
        var (_, tokens) = await flow.ExchangeAsync((await flow.SignInAsync("zs-city"))["code"]);

        using var answer = await LogoutAsync(flow, tokens.GetProperty("id_token").GetString(), "http://localhost:8080/");
        using var next = await flow.AskAsync();

        answer.Headers.Location!.ToString().ShouldBe("http://localhost:8080/?state=bye");
        next.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await RefreshAsync(tokens)).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Logout_never_returns_to_an_unregistered_address_and_ends_nothing()
    {
        using var flow = new CodeFlow(identity);
        var (_, tokens) = await flow.ExchangeAsync((await flow.SignInAsync("zs-city"))["code"]);

        using var answer = await LogoutAsync(flow, tokens.GetProperty("id_token").GetString(), "http://evil.example/");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await RefreshAsync(tokens)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Logout_without_a_hint_asks_first()
    {
        using var flow = new CodeFlow(identity);
        await flow.SignInAsync("zs-city");

        using var asked = await LogoutAsync(flow, idToken: null, returnTo: null);
        using var still = await flow.AskAsync();

        (await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("退出登录？");
        still.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_forged_hint_ends_nothing()
    {
        using var flow = new CodeFlow(identity);
        await flow.SignInAsync("zs-city");

        using var refused = await LogoutAsync(flow, "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", returnTo: null);
        using var still = await flow.AskAsync();

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        still.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_server_ends_a_session_by_its_refresh_token()
    {
        using var flow = new CodeFlow(identity);
        var (_, tokens) = await flow.ExchangeAsync((await flow.SignInAsync("zs-city"))["code"]);

        using var form = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("client_id", "platform-gateway"),
            KeyValuePair.Create("client_secret", "development-gateway-secret"),
            KeyValuePair.Create("refresh_token", tokens.GetProperty("refresh_token").GetString()!),
        ]);
        using var answer = await flow.Browser.PostAsync(new Uri("protocol/openid-connect/logout", UriKind.Relative), form, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await RefreshAsync(tokens)).ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<HttpStatusCode> RefreshAsync(System.Text.Json.JsonElement tokens) =>
        (await identity.TokenAsync(
            ("grant_type", "refresh_token"), ("client_id", "platform-gateway"), ("client_secret", "development-gateway-secret"),
            ("refresh_token", tokens.GetProperty("refresh_token").GetString()!))).Status;

    private static Task<HttpResponseMessage> LogoutAsync(CodeFlow flow, string? idToken, string? returnTo)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal) { ["id_token_hint"] = idToken, ["post_logout_redirect_uri"] = returnTo, ["state"] = "bye" };
        var asked = QueryHelpers.AddQueryString("protocol/openid-connect/logout", query.Where(pair => pair.Value is not null));
        return flow.Browser.GetAsync(new Uri(asked, UriKind.Relative), TestContext.Current.CancellationToken);
    }
}
