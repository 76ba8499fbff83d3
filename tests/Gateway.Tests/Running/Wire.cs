using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Gateway.Tests.Running;

/// <summary>What an API client does, and how a test reads answers.</summary>
internal static class Wire
{
    public static async Task<HttpClient> BearerAsync(this Platform platform, string username)
    {
        using var anonymous = platform.Anonymous();
        using var form = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("grant_type", "password"), KeyValuePair.Create("client_id", "platform-cli"),
            KeyValuePair.Create("username", username), KeyValuePair.Create("password", "demo"),
        ]);
        using var answer = await anonymous.PostAsync(new Uri("/realms/platform/protocol/openid-connect/token", UriKind.Relative), form);
        var token = (await answer.JsonAsync()).GetProperty("access_token").GetString();
        var client = platform.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public static HttpClient Anonymous(this Platform platform) => new() { BaseAddress = platform.Address };

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();

    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, text);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(text).RootElement;
        foreach (var name in (string[])["title", "detail", "code", "clause", "zh", "en"])
        {
            problem.GetProperty(name).GetString().ShouldNotBeNullOrWhiteSpace(name);
        }

        return problem;
    }

    public static string? Header(this JsonElement echo, string name) =>
        echo.GetProperty("headers").TryGetProperty(name, out var value) ? value.GetString() : null;
}
