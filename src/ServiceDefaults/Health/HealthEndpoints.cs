using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ServiceDefaults.Health;

/// <summary><c>/health</c>: ready to serve, its database included. <c>/alive</c>: the process answers.</summary>
public static class HealthEndpoints
{
    /// <summary>The tag of checks that readiness waits for.</summary>
    public const string Ready = "ready";

    /// <summary>Maps both, for anybody: orchestrators have no token. They tell states and no reasons.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
        routes.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(
            new HealthView(report.Status, report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status, StringComparer.Ordinal)),
            context.RequestAborted);
}

/// <summary>How a service is.</summary>
/// <param name="Status">The worst of its checks.</param>
/// <param name="Checks">Each check.</param>
public sealed record HealthView(HealthStatus Status, IReadOnlyDictionary<string, HealthStatus> Checks);
