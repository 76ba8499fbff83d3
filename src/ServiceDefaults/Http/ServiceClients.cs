using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ServiceDefaults.Authentication;
using ServiceDefaults.Hosting;

namespace ServiceDefaults.Http;

/// <summary>Clients of the platform's other services.</summary>
public static class ServiceClients
{
    /// <summary>
    /// Adds <typeparamref name="TClient"/>, whose HttpClient reaches the service called <paramref name="name"/> at
    /// <c>services:{name}:http:0</c> with this service's own token (<c>Keycloak:client-id</c>, <c>Keycloak:credentials:secret</c>).
    /// Its failures are <see cref="HttpRequestException"/>.
    /// </summary>
    /// <exception cref="StartupException">The address or the credentials are not configured.</exception>
    public static IHttpClientBuilder AddServiceClient<TClient>(this IHostApplicationBuilder builder, string name)
        where TClient : class
    {
        if ((builder.Configuration[$"services:{name}:https:0"] ?? builder.Configuration[$"services:{name}:http:0"]) is not { Length: > 0 } address)
        {
            throw new StartupException($"The address of the service '{name}' is not configured. Set services__{name}__http__0.");
        }

        return builder.AddOwnToken().AddClient<TClient>(_ => new Uri(address.TrimEnd('/') + "/"));
    }

    /// <summary>
    /// Adds <typeparamref name="TClient"/>, whose HttpClient reaches Keycloak's admin interface for the realm with this service's own token: what
    /// its service account may do there, the realm says. Its failures are <see cref="HttpRequestException"/>.
    /// </summary>
    /// <exception cref="StartupException">The credentials are not configured.</exception>
    public static IHttpClientBuilder AddKeycloakAdmin<TClient>(this IHostApplicationBuilder builder)
        where TClient : class =>
        builder.AddOwnToken().AddClient<TClient>(services =>
        {
            var keycloak = services.GetRequiredService<KeycloakOptions>();
            return new Uri($"{keycloak.BackchannelUrl.AbsoluteUri.TrimEnd('/')}/admin/realms/{keycloak.Realm}/");
        });

    private static IServiceCollection AddOwnToken(this IHostApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration["Keycloak:credentials:secret"]))
        {
            throw new StartupException("Keycloak:credentials:secret is not configured: this service needs a token of its own. Set Keycloak__Credentials__Secret.");
        }

        if (builder.Services.All(service => service.ServiceType != typeof(ClientCredentials)))
        {
            builder.Services.Configure<ResilienceOptions>(builder.Configuration.GetSection("Resilience"));
            builder.Services.AddHttpClient(ClientCredentials.HttpClientName).AddHttpMessageHandler(Resilience);
            builder.Services.AddSingleton<ClientCredentials>().AddTransient<ServiceTokenHandler>();
        }

        return builder.Services;
    }

    private static IHttpClientBuilder AddClient<TClient>(this IServiceCollection services, Func<IServiceProvider, Uri> address)
        where TClient : class =>
        services
            .AddHttpClient<TClient>((provider, client) =>
            {
                client.BaseAddress = address(provider);
                // The pipeline has the time limits.
                client.Timeout = Timeout.InfiniteTimeSpan;
            })
            .AddHttpMessageHandler(Resilience)
            .AddHttpMessageHandler<ServiceTokenHandler>();

    private static ResilienceHandler Resilience(IServiceProvider services) =>
        new(services.GetRequiredService<TimeProvider>(), services.GetRequiredService<IOptions<ResilienceOptions>>().Value);
}
