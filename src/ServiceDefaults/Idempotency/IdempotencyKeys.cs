using System.Security.Cryptography;
using System.Text;
using Contracts.Refusals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ServiceDefaults.Problems;

namespace ServiceDefaults.Idempotency;

/// <summary>The <c>Idempotency-Key</c> header of requests that move money.</summary>
public static class IdempotencyKeys
{
    /// <summary>The header of the request.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>The header of an answer that is a repetition.</summary>
    public const string ReplayHeader = "Idempotent-Replay";

    /// <summary>The most characters of a key.</summary>
    public const int LongestKey = 100;

    /// <summary>
    /// Demands the header and gives the endpoint one effect per caller and key: the answer is stored in the transaction of the
    /// work. The same request again gets that answer, another request under the same key a 409. A refusal stores nothing.
    /// </summary>
    public static TBuilder RequireIdempotencyKey<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder
            .AddEndpointFilter<TBuilder, IdempotencyFilter>()
            .WithMetadata(new DocumentedParameter(Header, InHeader: true, Required: true));

    internal static string KeyOf(HttpRequest request)
    {
        var key = request.Headers[Header].ToString();
        if (key.Length == 0)
        {
            throw new RefusalException(Refusal.BadInput(
                Header, given: null, "须带 Idempotency-Key 标头：每次操作用一个新值，重试用原值。", "Send an Idempotency-Key: a new one for each act, the same one for a retry."));
        }

        return key.Length <= LongestKey && key.All(c => c is > ' ' and <= '~')
            ? key
            : throw new RefusalException(Refusal.BadInput(
                Header, key.Length <= LongestKey ? key : key[..LongestKey] + "…", $"Idempotency-Key 最多 {LongestKey} 个可见 ASCII 字符，不含空格。", $"An Idempotency-Key has at most {LongestKey} visible ASCII characters and no spaces."));
    }

    internal static string EndpointOf(HttpContext context) =>
        $"{context.Request.Method} {((RouteEndpoint)context.GetEndpoint()!).RoutePattern.RawText}";

    internal static async Task<string> HashAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Path}{request.QueryString}\n"));
        if (request.Body.CanSeek)
        {
            request.Body.Position = 0;
            var buffer = new byte[16 * 1024];
            int read;
            while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    internal static Refusal Reused(string key) =>
        Refusal.Conflict(
                "idempotency-key-reused",
                Header,
                "该 Idempotency-Key 已用于另一内容的请求；新的操作请使用新的值。",
                "This Idempotency-Key belongs to a request with other content; use a new one for a new act.")
            .With("key", key);
}
