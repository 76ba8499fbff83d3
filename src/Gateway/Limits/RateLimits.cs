using System.Threading.RateLimiting;
using Contracts.Refusals;
using Gateway.Proxy;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Gateway.Limits;

/// <summary>
/// A bucket of requests per person, or per address for whoever is not signed in. Tunable by <c>RateLimits:Burst</c> and
/// <c>RateLimits:PerSecond</c>. What anybody may send without login has a smaller bucket per address besides:
/// <c>RateLimits:PublicBurst</c> and <c>RateLimits:PublicPerMinute</c>.
/// </summary>
internal static class RateLimits
{
    // A console page makes about twenty calls; a script of a busy clerk some dozens a second.
    private const int DefaultBurst = 1000;
    private const int DefaultPerSecond = 200;

    // A whole office may share an address, and each of its people may object to several bodies.
    private const int DefaultPublicBurst = 20;
    private const int DefaultPublicPerMinute = 10;

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var burst = builder.Configuration.GetValue("RateLimits:Burst", DefaultBurst);
        var perSecond = builder.Configuration.GetValue("RateLimits:PerSecond", DefaultPerSecond);
        var publicBurst = builder.Configuration.GetValue("RateLimits:PublicBurst", DefaultPublicBurst);
        var publicPerMinute = builder.Configuration.GetValue("RateLimits:PublicPerMinute", DefaultPublicPerMinute);
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) => RefuseAsync(rejected.HttpContext, PublicAddresses.IsWrittenTo(rejected.HttpContext.Request) ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(1));
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context => Bucket(KeyOf(context), burst, perSecond, TimeSpan.FromSeconds(1))),
                PartitionedRateLimiter.Create<HttpContext, string>(context => PublicAddresses.IsWrittenTo(context.Request)
                    ? Bucket($"public:{AddressOf(context)}", publicBurst, publicPerMinute, TimeSpan.FromMinutes(1))
                    : RateLimitPartition.GetNoLimiter("")));
        });
    }

    private static RateLimitPartition<string> Bucket(string key, int burst, int tokens, TimeSpan every) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = tokens,
            ReplenishmentPeriod = every,
            QueueLimit = 0,
        });

    private static string KeyOf(HttpContext context) =>
        context.User.FindFirst(Claims.Subject)?.Value is { } subject ? $"person:{subject}" : $"address:{AddressOf(context)}";

    private static string? AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString();

    private static async ValueTask RefuseAsync(HttpContext context, TimeSpan wait)
    {
        var seconds = (int)wait.TotalSeconds;
        context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var refusal = new Refusal(
            RefusalKind.Unavailable, "too-many-requests", "rate", $"请求过于频繁，请 {seconds} 秒后再试。", $"Too many requests; try again in {seconds} s.");
        await context.WriteProblemAsync(refusal.With("waitSeconds", seconds), StatusCodes.Status429TooManyRequests);
    }
}
