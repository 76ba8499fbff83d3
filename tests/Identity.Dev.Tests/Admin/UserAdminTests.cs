using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Identity.Dev.Tests.Protocol;

namespace Identity.Dev.Tests.Admin;

/// <summary>The admin paths by which Registry binds an account to an organisation, as Keycloak answers them.</summary>
public sealed class UserAdminTests(RunningIdentity identity) : IClassFixture<RunningIdentity>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_an_administrator_changes_is_in_the_next_token_and_survives_a_restart()
    {
        using var admin = await AdminAsync("registry");
        var (_, session) = await identity.PasswordAsync("zs-operator-5");
        var path = await PathOfAsync(admin, "zs-operator-5");
        var before = await admin.GetFromJsonAsync<JsonElement>(path, Stop);
        var role = (await admin.GetFromJsonAsync<JsonElement>($"{path}/role-mappings/realm/available", Stop)).EnumerateArray().Single(r => Name(r) == "park-reviewer");

        var changed = new { attributes = new { jurisdiction = new[] { "zhoushan" }, district = new[] { "putuo" }, park = new[] { "putuo-park" } } };
        (await admin.PutAsJsonAsync(path, changed, Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await admin.PostAsJsonAsync($"{path}/role-mappings/realm", new[] { role }, Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var (_, refreshed) = await identity.TokenAsync(
            ("grant_type", "refresh_token"), ("client_id", "platform-cli"), ("refresh_token", session.GetProperty("refresh_token").GetString()!));
        var token = TokenTests.Access(refreshed);
        token.GetPayloadValue<string>("district").ShouldBe("putuo");
        token.GetPayloadValue<string>("park").ShouldBe("putuo-park");
        token.TryGetPayloadValue<string>("organisation", out _).ShouldBeFalse("a PUT gives all attributes");
        TokenTests.RolesOf(token).ShouldContain("park-reviewer");

        await identity.RestartAsync();
        TokenTests.RolesOf(TokenTests.Access((await identity.PasswordAsync("zs-operator-5")).Body)).ShouldContain("park-reviewer");
        using var again = await AdminAsync("registry");
        (await again.GetFromJsonAsync<JsonElement>(await PathOfAsync(again, "zs-operator-5"), Stop)).GetProperty("firstName").GetString()
            .ShouldBe(before.GetProperty("firstName").GetString());
    }

    [Theory]
    [InlineData("funding", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Only_who_may_manage_users_gets_in(string? service, HttpStatusCode status)
    {
        using var client = service is null ? new HttpClient { BaseAddress = Base } : await AdminAsync(service);
        (await client.GetAsync(new Uri("users", UriKind.Relative), Stop)).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task A_persons_own_token_manages_nobody()
    {
        using var client = With((await identity.PasswordAsync("admin")).Body.GetProperty("access_token").GetString()!);
        (await client.GetAsync(new Uri("users", UriKind.Relative), Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Who_is_not_there_is_not_found_and_neither_is_a_role()
    {
        using var admin = await AdminAsync("registry");
        (await admin.GetAsync(new Uri($"users/{Guid.CreateVersion7()}", UriKind.Relative), Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var path = await PathOfAsync(admin, "zs-operator-4");
        (await admin.PostAsJsonAsync($"{path}/role-mappings/realm", new[] { new { id = Guid.CreateVersion7().ToString(), name = "king" } }, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Uri Base => new(identity.Realm, "/admin/realms/platform/");

    private static string? Name(JsonElement role) => role.GetProperty("name").GetString();

    private static async Task<string> PathOfAsync(HttpClient admin, string username)
    {
        var found = await admin.GetFromJsonAsync<JsonElement>($"users?username={username}&exact=true", Stop);
        return $"users/{found.EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetString()}";
    }

    private async Task<HttpClient> AdminAsync(string service)
    {
        var (_, body) = await identity.TokenAsync(
            ("grant_type", "client_credentials"), ("client_id", $"{service}-service"), ("client_secret", $"development-{service}-secret"));
        return With(body.GetProperty("access_token").GetString()!);
    }

    private HttpClient With(string token)
    {
        var client = new HttpClient { BaseAddress = Base };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
