using System.Threading.RateLimiting;
using Contracts.Refusals;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Gateway.Limits;

/// <summary>
/// A bucket of requests per person, or per address for whoever is not signed in. Tunable by <c>RateLimits:Burst</c> and
/// <c>RateLimits:PerSecond</c>.
/// </summary>
internal static class RateLimits
{
    // A console page makes about twenty calls; a script of a busy clerk some dozens a second.
    private const int DefaultBurst = 1000;
    private const int DefaultPerSecond = 200;

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var burst = builder.Configuration.GetValue("RateLimits:Burst", DefaultBurst);
        var perSecond = builder.Configuration.GetValue("RateLimits:PerSecond", DefaultPerSecond);
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) => RefuseAsync(rejected.HttpContext, perSecond);
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                RateLimitPartition.GetTokenBucketLimiter(KeyOf(context), _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = burst,
                    TokensPerPeriod = perSecond,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    QueueLimit = 0,
                }));
        });
    }

    private static string KeyOf(HttpContext context) =>
        context.User.FindFirst(Claims.Subject)?.Value is { } subject ? $"person:{subject}" : $"address:{context.Connection.RemoteIpAddress}";

    private static async ValueTask RefuseAsync(HttpContext context, int perSecond)
    {
        context.Response.Headers.RetryAfter = "1";
        var refusal = new Refusal(
            RefusalKind.Unavailable, "too-many-requests", "rate", "请求过于频繁,请一秒后再试。", "Too many requests; try again in a second.");
        await context.WriteProblemAsync(refusal.With("perSecond", perSecond), StatusCodes.Status429TooManyRequests);
    }
}
