using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Testing.Hosting;
using Testing.Identity;

namespace Registry.Tests.Hosting;

/// <summary>Somebody who calls the service with a token of their own.</summary>
internal sealed class Person(HttpClient client, ServiceHost host)
{
    public const string Api = "/api/registry";

    public static Person Operator(ServiceHost host, string organisation, string district = "dinghai", string name = "operator", string jurisdiction = "zhoushan") =>
        Of(host, new TestUser($"{name}-{organisation}", ["operator"], jurisdiction, district, organisation));

    public static Person District(ServiceHost host, string district = "dinghai", string name = "district", string jurisdiction = "zhoushan") =>
        Of(host, new TestUser($"{name}-{district}", ["district-reviewer"], jurisdiction, district));

    public static Person City(ServiceHost host, string jurisdiction = "zhoushan", string name = "city") =>
        Of(host, new TestUser($"{name}-{jurisdiction}", ["city-reviewer"], jurisdiction));

    public static Person Of(ServiceHost host, TestUser user) => new(host.As(user), host);

    /// <summary>The same person, whose every request carries a header.</summary>
    public Person With(string header, string value)
    {
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        return this;
    }

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, null);

    public Task<Reply> PostAsync(string path, object body, string? etag = null) => SendAsync(HttpMethod.Post, path, Json(body), etag);

    public Task<Reply> PutAsync(string path, object body, string? etag = null) => SendAsync(HttpMethod.Put, path, Json(body), etag);

    public Task<Reply> DeleteAsync(string path, string? etag = null) => SendAsync(HttpMethod.Delete, path, null, etag);

    /// <summary>The same person in the post of another, by a delegation.</summary>
    public Person For(Guid delegation) => new(client, host) { actsFor = delegation };

    private Guid? actsFor;

    /// <summary>Posts a body that need not be JSON at all.</summary>
    public Task<Reply> PostTextAsync(string path, string text, string? etag = null) =>
        SendAsync(HttpMethod.Post, path, new StringContent(text, Encoding.UTF8, "application/json"), etag);

    public Task<Reply> UploadAsync(string path, string fileName, string mediaType, byte[] content)
    {
        var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        body.Headers.Add("X-File-Name", Uri.EscapeDataString(fileName));
        return SendAsync(HttpMethod.Post, path, body, null);
    }

    private static StringContent Json(object body) => new(JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");

    private async Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? body, string? etag)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{Api}{path}", UriKind.Relative)) { Content = body };
        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        }

        if (actsFor is { } delegation)
        {
            request.Headers.Add("X-Acts-For", delegation.ToString());
        }

        using var response = await client.SendAsync(request);
        if (response.StatusCode == System.Net.HttpStatusCode.InternalServerError)
        {
            host.Logs.ShouldHaveNoError();
        }

        return new Reply(
            response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.ETag?.Tag,
            await response.Content.ReadAsStringAsync());
    }
}
