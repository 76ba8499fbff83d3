using System.Net;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Identity.Dev.Tests.Protocol;

public sealed class TokenTests(RunningIdentity identity) : IClassFixture<RunningIdentity>
{
    [Fact]
    public async Task A_refresh_token_is_exchanged_once_and_its_second_use_ends_the_session()
    {
        var (_, first) = await identity.PasswordAsync("zs-leader");

        var (rotated, second) = await RefreshAsync(first);
        var (reused, body) = await RefreshAsync(first);
        var (after, _) = await RefreshAsync(second);

        rotated.ShouldBe(HttpStatusCode.OK);
        second.GetProperty("refresh_token").GetString().ShouldNotBe(first.GetProperty("refresh_token").GetString());
        reused.ShouldBe(HttpStatusCode.BadRequest);
        body.GetProperty("error").GetString().ShouldBe("invalid_grant");
        after.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_session_idle_too_long_is_over_and_one_in_use_goes_on()
    {
        var (_, idle) = await identity.PasswordAsync("zs-leader");
        var (_, used) = await identity.PasswordAsync("zs-leader");

        identity.Time.Advance(TimeSpan.FromMinutes(100));
        (_, used) = await RefreshAsync(used);
        identity.Time.Advance(TimeSpan.FromMinutes(21));

        (await RefreshAsync(idle)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await RefreshAsync(used)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_wrong_password_is_told_as_Keycloak_tells_it()
    {
        var (status, body) = await identity.PasswordAsync("zs-leader", "wrong");

        status.ShouldBe(HttpStatusCode.Unauthorized);
        body.GetProperty("error").GetString().ShouldBe("invalid_grant");
        body.GetProperty("error_description").GetString().ShouldBe("Invalid user credentials");
    }

    [Fact]
    public async Task The_gateways_client_has_no_password_grant()
    {
        var (status, body) = await identity.TokenAsync(
            ("grant_type", "password"), ("client_id", "platform-gateway"), ("client_secret", "development-gateway-secret"), ("username", "admin"), ("password", "demo"));

        status.ShouldBe(HttpStatusCode.BadRequest);
        body.GetProperty("error").GetString().ShouldBe("unauthorized_client");
    }

    [Theory]
    [InlineData("registry")]
    [InlineData("funding")]
    [InlineData("reporting")]
    public async Task A_service_gets_a_token_of_its_own_with_the_service_role_and_no_refresh_token(string service)
    {
        var (status, body) = await identity.TokenAsync(
            ("grant_type", "client_credentials"), ("client_id", $"{service}-service"), ("client_secret", $"development-{service}-secret"));

        status.ShouldBe(HttpStatusCode.OK);
        body.TryGetProperty("refresh_token", out _).ShouldBeFalse();
        var token = new JsonWebToken(body.GetProperty("access_token").GetString());
        token.Audiences.ShouldContain("platform-api");
        token.Subject.ShouldNotBeNullOrEmpty();
        RolesOf(token).ShouldContain("service");
        token.GetPayloadValue<string>("preferred_username").ShouldBe($"service-account-{service}-service");
    }

    [Fact]
    public async Task A_public_client_has_no_service_account()
    {
        var (status, body) = await identity.TokenAsync(("grant_type", "client_credentials"), ("client_id", "platform-cli"));

        status.ShouldBe(HttpStatusCode.Unauthorized);
        body.GetProperty("error").GetString().ShouldBe("unauthorized_client");
    }

    [Fact]
    public async Task A_person_keeps_the_same_subject_and_tokens_stay_valid_when_the_provider_restarts()
    {
        var (_, before) = await identity.PasswordAsync("zs-auditor");

        await identity.RestartAsync();
        var (_, after) = await identity.PasswordAsync("zs-auditor");

        var (first, second) = (Access(before), Access(after));
        second.Subject.ShouldBe(first.Subject);
        second.Kid.ShouldBe(first.Kid);
    }

    [Fact]
    public async Task A_token_lives_as_long_as_the_realm_file_says()
    {
        var (_, body) = await identity.PasswordAsync("zs-auditor");

        var token = Access(body);
        (token.ValidTo - token.IssuedAt).ShouldBe(TimeSpan.FromSeconds(300));
        body.GetProperty("expires_in").GetInt32().ShouldBe(300);
    }

    [Fact]
    public async Task Userinfo_tells_the_attributes_while_the_session_lives_and_refuses_an_ID_token()
    {
        var (_, body) = await identity.PasswordAsync("zs-operator");
        using var client = identity.Browser();

        using var known = await UserInfoAsync(client, body.GetProperty("access_token").GetString()!);
        using var wrongType = await UserInfoAsync(client, body.GetProperty("id_token").GetString()!);

        var claims = JsonDocument.Parse(await known.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        claims.GetProperty("district").GetString().ShouldBe("dinghai");
        claims.GetProperty("organisation").GetString()!.Length.ShouldBe(18);
        wrongType.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Another_realm_does_not_exist()
    {
        using var client = identity.Browser();

        using var answer = await client.GetAsync(new Uri("/realms/master/.well-known/openid-configuration", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    internal static JsonWebToken Access(JsonElement tokens) => new(tokens.GetProperty("access_token").GetString());

    internal static List<string?> RolesOf(JsonWebToken token) =>
        token.GetPayloadValue<JsonElement>("realm_access").GetProperty("roles").EnumerateArray().Select(role => role.GetString()).ToList();

    private Task<(HttpStatusCode Status, JsonElement Body)> RefreshAsync(JsonElement tokens) =>
        identity.TokenAsync(("grant_type", "refresh_token"), ("client_id", "platform-cli"), ("refresh_token", tokens.GetProperty("refresh_token").GetString()!));

    private static async Task<HttpResponseMessage> UserInfoAsync(HttpClient client, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("protocol/openid-connect/userinfo", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", token);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
