using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Dev.Tests.Protocol;

public sealed class AuthorizationCodeTests(RunningIdentity identity) : IClassFixture<RunningIdentity>
{
    [Fact]
    public async Task A_browser_signs_in_and_its_application_gets_tokens_that_the_published_key_verifies()
    {
        using var flow = new CodeFlow(identity);

        var answer = await flow.SignInAsync("zs-maker");
        var (status, tokens) = await flow.ExchangeAsync(answer["code"]);

        answer["state"].ShouldBe("state-1");
        status.ShouldBe(HttpStatusCode.OK);
        var id = await VerifyAsync(flow, tokens.GetProperty("id_token").GetString()!, "platform-gateway");
        id.GetPayloadValue<string>("nonce").ShouldBe("nonce-1");
        id.GetPayloadValue<string>("preferred_username").ShouldBe("zs-maker");
        id.GetPayloadValue<string>("jurisdiction").ShouldBe("zhoushan");
        var access = await VerifyAsync(flow, tokens.GetProperty("access_token").GetString()!, "platform-api");
        access.Subject.ShouldBe(id.Subject);
        access.Azp.ShouldBe("platform-gateway");
        access.GetPayloadValue<JsonElement>("realm_access").GetProperty("roles").EnumerateArray().Select(role => role.GetString()).ShouldContain("finance-maker");
    }

    [Fact]
    public async Task A_wrong_verifier_gets_no_token_and_spends_the_code()
    {
        using var flow = new CodeFlow(identity);
        var answer = await flow.SignInAsync("zs-maker");

        var (status, body) = await flow.ExchangeAsync(answer["code"], "another-verifier-of-at-least-forty-three-characters-01");

        status.ShouldBe(HttpStatusCode.BadRequest);
        body.GetProperty("error").GetString().ShouldBe("invalid_grant");
        (await flow.ExchangeAsync(answer["code"])).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_code_used_twice_ends_the_session_that_it_opened()
    {
        using var flow = new CodeFlow(identity);
        var answer = await flow.SignInAsync("zs-maker");
        var (_, tokens) = await flow.ExchangeAsync(answer["code"]);

        var (second, _) = await flow.ExchangeAsync(answer["code"]);
        var (refreshed, body) = await identity.TokenAsync(
            ("grant_type", "refresh_token"), ("client_id", "platform-gateway"), ("client_secret", "development-gateway-secret"),
            ("refresh_token", tokens.GetProperty("refresh_token").GetString()!));

        second.ShouldBe(HttpStatusCode.BadRequest);
        refreshed.ShouldBe(HttpStatusCode.BadRequest);
        body.GetProperty("error_description").GetString().ShouldBe("Session not active");
    }

    [Fact]
    public async Task A_code_left_lying_expires()
    {
        using var flow = new CodeFlow(identity);
        var answer = await flow.SignInAsync("zs-maker");

        identity.Time.Advance(TimeSpan.FromSeconds(61));

        (await flow.ExchangeAsync(answer["code"])).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_wrong_client_secret_gets_no_token()
    {
        using var flow = new CodeFlow(identity);
        var answer = await flow.SignInAsync("zs-maker");

        var (status, body) = await flow.ExchangeAsync(answer["code"], secret: "guessed");

        status.ShouldBe(HttpStatusCode.Unauthorized);
        body.GetProperty("error").GetString().ShouldBe("invalid_client");
    }

    [Fact]
    public async Task A_wrong_password_shows_the_page_again_with_the_reason_and_then_the_right_one_works()
    {
        using var flow = new CodeFlow(identity);
        using var page = await flow.AskAsync();

        using var again = await flow.SubmitAsync(page, "zs-maker", "wrong");
        var html = await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var signedIn = await flow.SubmitAsync(again, "zs-maker", "demo");

        again.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        html.ShouldContain("用户名或密码不正确");
        html.ShouldContain("The user name or password is wrong");
        signedIn.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_user_name_is_shown_again_as_text_never_as_markup()
    {
        using var flow = new CodeFlow(identity);
        using var page = await flow.AskAsync();

        using var again = await flow.SubmitAsync(page, "\"><script>alert(1)</script>", "x");

        (await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("<script>");
    }

    [Fact]
    public async Task Whoever_is_signed_in_gets_the_next_code_without_a_password_unless_the_application_insists()
    {
        using var flow = new CodeFlow(identity);
        await flow.SignInAsync("zs-maker");

        using var silent = await flow.AskAsync(("state", "state-2"));
        using var insisting = await flow.AskAsync(("prompt", "login"));

        CodeFlow.Answer(silent)["state"].ShouldBe("state-2");
        CodeFlow.Answer(silent).ShouldContainKey("code");
        insisting.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_login_page_taken_to_another_browser_is_refused()
    {
        using var flow = new CodeFlow(identity);
        using var other = new CodeFlow(identity);
        using var page = await flow.AskAsync();

        using var answer = await other.SubmitAsync(page, "zs-maker", "demo");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("http://evil.example/signin-oidc")]
    [InlineData("http://localhost:8080/elsewhere")]
    [InlineData("http://localhost@evil.example/signin-oidc")]
    [InlineData("https://localhost/signin-oidc")]
    [InlineData(null)]
    public async Task An_unregistered_address_is_never_redirected_to(string? redirectUri)
    {
        using var flow = new CodeFlow(identity);

        using var answer = await flow.AskAsync(("redirect_uri", redirectUri));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Location.ShouldBeNull();
    }

    [Theory]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("response_type", "token", "unsupported_response_type")]
    public async Task A_request_that_weakens_the_flow_is_sent_back_with_an_error(string parameter, string? value, string error)
    {
        using var flow = new CodeFlow(identity);

        using var answer = await flow.AskAsync((parameter, value));

        CodeFlow.Answer(answer)["error"].ShouldBe(error);
        CodeFlow.Answer(answer).ShouldNotContainKey("code");
    }

    private async Task<JsonWebToken> VerifyAsync(CodeFlow flow, string token, string audience)
    {
        var keys = new JsonWebKeySet(await flow.Browser.GetStringAsync(new Uri("protocol/openid-connect/certs", UriKind.Relative), TestContext.Current.CancellationToken));
        var discovery = await flow.Browser.GetFromJsonAsync<JsonElement>(new Uri(".well-known/openid-configuration", UriKind.Relative), TestContext.Current.CancellationToken);
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = discovery.GetProperty("issuer").GetString(),
            ValidAudience = audience,
            IssuerSigningKeys = keys.GetSigningKeys(),
            LifetimeValidator = (_, expires, _, _) => expires > identity.Time.GetUtcNow().UtcDateTime,
        });
        result.Exception.ShouldBeNull();
        return (JsonWebToken)result.SecurityToken;
    }
}
