using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace Identity.Dev.Tests.Protocol;

/// <summary>A browser that an application sends here to sign in.</summary>
internal sealed partial class CodeFlow(RunningIdentity identity) : IDisposable
{
    public const string Verifier = "a-verifier-of-at-least-forty-three-characters-0123456789";
    public const string Callback = "http://localhost:8080/signin-oidc";

    public HttpClient Browser { get; } = identity.Browser();

    public static string ChallengeOf(string verifier) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    public Task<HttpResponseMessage> AskAsync(params (string Name, string? Value)[] changes)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client_id"] = "platform-gateway",
            ["redirect_uri"] = Callback,
            ["response_type"] = "code",
            ["scope"] = "openid",
            ["state"] = "state-1",
            ["nonce"] = "nonce-1",
            ["code_challenge"] = ChallengeOf(Verifier),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
        {
            query[name] = value;
        }

        var asked = QueryHelpers.AddQueryString("protocol/openid-connect/auth", query.Where(pair => pair.Value is not null));
        return Browser.GetAsync(new Uri(asked, UriKind.Relative), TestContext.Current.CancellationToken);
    }

    public async Task<HttpResponseMessage> SubmitAsync(HttpResponseMessage page, string username, string password)
    {
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("username", username), KeyValuePair.Create("password", password)]);
        return await Browser.PostAsync(new Uri(Browser.BaseAddress!, Action().Match(html).Groups["to"].Value), form, TestContext.Current.CancellationToken);
    }

    public async Task<Dictionary<string, string>> SignInAsync(string username)
    {
        using var page = await AskAsync();
        using var answer = await SubmitAsync(page, username, "demo");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return Answer(answer);
    }

    public static Dictionary<string, string> Answer(HttpResponseMessage redirect) =>
        QueryHelpers.ParseQuery(redirect.Headers.Location!.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);

    public async Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> ExchangeAsync(string code, string verifier = Verifier, string secret = "development-gateway-secret") =>
        await identity.TokenAsync(
            ("grant_type", "authorization_code"), ("client_id", "platform-gateway"), ("client_secret", secret),
            ("code", code), ("redirect_uri", Callback), ("code_verifier", verifier));

    public void Dispose() => Browser.Dispose();

    [GeneratedRegex("action=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Action();
}
