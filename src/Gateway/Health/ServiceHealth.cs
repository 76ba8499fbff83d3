using Gateway.Proxy;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServiceDefaults.Authentication;

namespace Gateway.Health;

/// <summary>The gateway's <c>/health</c> tells each service's state: healthy, degraded while some replicas answer, unhealthy when none does.</summary>
internal static class ServiceHealth
{
    public const string Client = "health";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    public static void AddServiceHealth(this WebApplicationBuilder builder)
    {
        // The answer tells the state; a log line for each look at a service that is away tells nothing more.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.Critical);
        builder.Services.AddHttpClient(Client, client => client.Timeout = Timeout);
        var keycloak = KeycloakOptions.Read(builder.Configuration);
        var checks = builder.Services.AddHealthChecks();
        checks.Add(Check("keycloak", [new Uri(keycloak.MetadataAddress)]));
        foreach (var service in ServiceAddresses.Read(builder.Configuration).All)
        {
            checks.Add(Check(service.Name, [.. service.Addresses.Select(address => new Uri(address, "/health"))]));
        }
    }

    private static HealthCheckRegistration Check(string name, IReadOnlyList<Uri> addresses) =>
        new(name, services => new AddressesCheck(services.GetRequiredService<IHttpClientFactory>(), addresses), failureStatus: null, tags: null);
}

/// <summary>Asks each address of one service.</summary>
internal sealed class AddressesCheck(IHttpClientFactory clients, IReadOnlyList<Uri> addresses) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var healthy = await Task.WhenAll(addresses.Select(address => IsHealthyAsync(address, cancellationToken)));
        return healthy.Count(answer => answer) switch
        {
            var count when count == addresses.Count => HealthCheckResult.Healthy(),
            > 0 => HealthCheckResult.Degraded(),
            _ => HealthCheckResult.Unhealthy(),
        };
    }

    private async Task<bool> IsHealthyAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(ServiceHealth.Client);
        try
        {
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
