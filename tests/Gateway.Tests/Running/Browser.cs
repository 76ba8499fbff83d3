using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gateway.Tests.Running;

/// <summary>A person's browser before the gateway: it keeps cookies and follows redirects by hand, so that a test sees each.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient client;

    public Browser(Uri gateway)
    {
        Cookies = new CookieContainer();
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = gateway };
    }

    public CookieContainer Cookies { get; }

    public string? Csrf { get; private set; }

    public Uri Gateway => client.BaseAddress!;

    /// <summary>Signs in by the form, and returns where the browser was sent in the end.</summary>
    public async Task<Uri> SignInAsync(string username, string returnUrl = "/")
    {
        using var page = await FollowAsync(await GetAsync($"/login?returnUrl={Uri.EscapeDataString(returnUrl)}"));
        using var callback = await SubmitAsync(page, username);
        using var home = await GetAsync(callback.Headers.Location!.ToString());
        home.StatusCode.ShouldBe(HttpStatusCode.Redirect, await home.Content.ReadAsStringAsync());
        Csrf = (await SessionAsync()).GetProperty("csrf").GetString();
        return new Uri(Gateway, home.Headers.Location!);
    }

    public async Task<HttpResponseMessage> SubmitAsync(HttpResponseMessage page, string username)
    {
        var html = await page.Content.ReadAsStringAsync();
        page.StatusCode.ShouldBe(HttpStatusCode.OK, html);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("username", username), KeyValuePair.Create("password", "demo")]);
        var answer = await client.PostAsync(new Uri(Gateway, Action().Match(html).Groups["to"].Value), form);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(Gateway, path));

    public async Task<HttpResponseMessage> FollowAsync(HttpResponseMessage redirect)
    {
        redirect.StatusCode.ShouldBe(HttpStatusCode.Redirect, await redirect.Content.ReadAsStringAsync());
        return await GetAsync(redirect.Headers.Location!.ToString());
    }

    public Task<HttpResponseMessage> PostAsync(string path, string? csrf, string body = "{}")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Gateway, path)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (csrf is not null)
        {
            request.Headers.Add("X-CSRF", csrf);
        }

        return client.SendAsync(request);
    }

    public async Task<JsonElement> SessionAsync() => await client.GetFromJsonAsync<JsonElement>(new Uri(Gateway, "/session"));

    /// <summary>The same person's browser before another replica.</summary>
    public Browser Before(Uri gateway)
    {
        var other = new Browser(gateway) { Csrf = Csrf };
        other.Cookies.Add(gateway, Cookies.GetCookies(Gateway));
        return other;
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("action=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Action();
}
