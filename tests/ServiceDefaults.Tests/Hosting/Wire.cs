using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ServiceDefaults.Problems;
using Shouldly;

namespace ServiceDefaults.Tests.Hosting;

/// <summary>Requests and answers as they are on the wire.</summary>
internal static class Wire
{
    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, string path, string body, string? key = "key-1") =>
        client.SendJsonAsync(HttpMethod.Post, path, body, ("Idempotency-Key", key));

    public static Task<HttpResponseMessage> SendJsonAsync(
        this HttpClient client, HttpMethod method, string path, string body, params (string Name, string? Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers.Where(header => header.Value is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return client.SendAsync(request);
    }

    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    /// <summary>The problem of an answer that must be one of this status, complete in both languages.</summary>
    public static async Task<JsonNode> ProblemAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, text);
        response.Content.Headers.ContentType?.MediaType.ShouldBe(ProblemBody.MediaType);
        var problem = JsonNode.Parse(text)!;
        foreach (var name in (string[])["type", "title", "detail", "clause", "code", "zh", "en", "traceId"])
        {
            problem[name]?.GetValue<string>().ShouldNotBeNullOrWhiteSpace(name);
        }

        problem["status"]!.GetValue<int>().ShouldBe((int)status);
        problem["inputs"].ShouldBeOfType<JsonObject>();
        text.ShouldNotContain("   at ");
        return problem;
    }

    public static string Text(this JsonNode node, string name) => node[name]!.GetValue<string>();
}
