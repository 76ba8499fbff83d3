using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Demo;

/// <summary>A refusal as the platform sent it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The refusal's stable name.</param>
/// <param name="Clause">The clause that refused.</param>
/// <param name="Zh">The sentence in Chinese.</param>
/// <param name="En">The sentence in English.</param>
/// <param name="Inputs">The figures behind it.</param>
public sealed record Refused(int Status, string Code, string Clause, string Zh, string En, JsonNode? Inputs);

/// <summary>The platform answered something that the story did not expect.</summary>
public sealed class UnexpectedAnswerException(string message) : Exception(message);

/// <summary>The platform as a script sees it: the gateway's API, called with each person's own token.</summary>
/// <param name="gateway">The gateway's address.</param>
public sealed class Platform(Uri gateway) : IDisposable
{
    /// <summary>In place of a user: somebody without login.</summary>
    public const string Nobody = "";

    private readonly HttpClient http = new() { BaseAddress = gateway, Timeout = TimeSpan.FromMinutes(10) };
    private readonly ConcurrentDictionary<string, (string Token, DateTimeOffset Expires)> tokens = new(StringComparer.Ordinal);

    /// <summary>Reads as <paramref name="user"/>.</summary>
    public async Task<JsonNode> GetAsync(string user, string path) => await AcceptedAsync(await SendAsync(user, HttpMethod.Get, path, null));

    /// <summary>Posts as <paramref name="user"/> and expects success; under the version that was read where the step is an edit.</summary>
    public async Task<JsonNode> PostAsync(string user, string path, object body, long? version = null) =>
        await AcceptedAsync(await SendAsync(user, HttpMethod.Post, path, JsonContent.Create(body), version));

    /// <summary>Puts under the version that was read, and expects success.</summary>
    public async Task<JsonNode> PutAsync(string user, string path, long? version, object body) =>
        await AcceptedAsync(await SendAsync(user, HttpMethod.Put, path, JsonContent.Create(body), version));

    /// <summary>Uploads a file as the raw body.</summary>
    public async Task<JsonNode> UploadAsync(string user, string path, string fileName, string contentType, byte[] content)
    {
        var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        body.Headers.Add("X-File-Name", Uri.EscapeDataString(fileName));
        return await AcceptedAsync(await SendAsync(user, HttpMethod.Post, path, body));
    }

    /// <summary>Takes a text file along.</summary>
    public async Task<string> DownloadAsync(string user, string path)
    {
        using var response = await SendAsync(user, HttpMethod.Get, path, null);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? text : throw new UnexpectedAnswerException($"GET {path} → {(int)response.StatusCode}: {text}");
    }

    /// <summary>Reads without login.</summary>
    public Task<JsonNode> GetPublicAsync(string path) => GetAsync(Nobody, path);

    /// <summary>Posts as <paramref name="user"/> and expects a refusal.</summary>
    public async Task<Refused> PostRefusedAsync(string user, string path, object body, long? version = null) =>
        await RefusedAsync($"{user} POST {path}", await SendAsync(user, HttpMethod.Post, path, JsonContent.Create(body), version));

    /// <summary>Puts as <paramref name="user"/> and expects a refusal.</summary>
    public async Task<Refused> PutRefusedAsync(string user, string path, long? version, object body) =>
        await RefusedAsync($"{user} PUT {path}", await SendAsync(user, HttpMethod.Put, path, JsonContent.Create(body), version));

    /// <summary>Posts as <paramref name="user"/> whatever is given, and tells what came back.</summary>
    public Task<HttpResponseMessage> PostRawAsync(string user, string path, HttpContent body) => SendAsync(user, HttpMethod.Post, path, body);

    /// <summary>Moves the business clock; returns when all sweeps have run and all messages have arrived.</summary>
    public Task MoveClockAsync(DateOnly day) =>
        PutAsync("admin", "/dev/clock", null, new { now = $"{day:yyyy-MM-dd}T09:00:00+08:00" });

    /// <summary>The business day.</summary>
    public async Task<DateOnly> TodayAsync() =>
        DateOnly.ParseExact((await GetAsync("admin", "/dev/clock"))["today"]!.GetValue<string>(), "yyyy-MM-dd");

    /// <summary>Asks until the answer satisfies; events take a moment to arrive.</summary>
    public async Task<JsonNode> EventuallyAsync(string user, string path, Func<JsonNode, bool> satisfied)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await GetAsync(user, path);
            if (satisfied(answer))
            {
                return answer;
            }

            if (TimeProvider.System.GetElapsedTime(deadline) > TimeSpan.FromSeconds(30))
            {
                throw new UnexpectedAnswerException($"{path} 在30秒内没有达到预期 / did not become as expected within 30 s: {answer}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(string user, HttpMethod method, string path, HttpContent? body, long? version = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (user != Nobody)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(user));
        }

        if (method == HttpMethod.Post)
        {
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        }

        if (version is not null)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        }

        return await http.SendAsync(request);
    }

    /// <summary>An access token of this user, fresh for at least some seconds.</summary>
    public async Task<string> TokenAsync(string user)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (tokens.TryGetValue(user, out var known) && known.Expires > now)
        {
            return known.Token;
        }

        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "password",
            ["client_id"] = "platform-cli",
            ["username"] = user,
            ["password"] = "demo",
        });
        var answer = await AcceptedAsync(await http.PostAsync(new Uri("/realms/platform/protocol/openid-connect/token", UriKind.Relative), form));
        var token = answer["access_token"]!.GetValue<string>();
        tokens[user] = (token, now.AddSeconds(answer["expires_in"]!.GetValue<int>() - 20));
        return token;
    }

    private static async Task<Refused> RefusedAsync(string what, HttpResponseMessage answer)
    {
        using var response = answer;
        if (response.IsSuccessStatusCode)
        {
            throw new UnexpectedAnswerException($"{what} 本应被拒绝 / should have been refused: {await response.Content.ReadAsStringAsync()}");
        }

        var problem = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        return new Refused(
            (int)response.StatusCode,
            problem["code"]?.GetValue<string>() ?? "",
            problem["clause"]?.GetValue<string>() ?? "",
            problem["zh"]?.GetValue<string>() ?? "",
            problem["en"]?.GetValue<string>() ?? "",
            problem["inputs"]);
    }

    private static async Task<JsonNode> AcceptedAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            if (!response.IsSuccessStatusCode)
            {
                var request = response.RequestMessage!;
                throw new UnexpectedAnswerException($"{request.Method} {request.RequestUri?.PathAndQuery} → {(int)response.StatusCode}: {text}");
            }

            return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
        }
    }
}
