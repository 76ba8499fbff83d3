using Gateway.Session;
using Microsoft.AspNetCore.Authentication;
using ServiceDefaults.Authentication;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.LoadBalancing;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Gateway.Proxy;

/// <summary>The way to the services, and in development to the identity provider.</summary>
internal static class ProxyRoutes
{
    private const string Identity = "identity";
    private const string Anonymous = "anonymous";
    private const string PublicReading = "public-reading";
    private const double SmallestFailureRate = 0.001;

    private static readonly TimeSpan HealthInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan HealthTimeout = TimeSpan.FromSeconds(3);

    public static WebApplicationBuilder AddProxy(this WebApplicationBuilder builder)
    {
        var keycloak = KeycloakOptions.Read(builder.Configuration);
        var services = ServiceAddresses.Read(builder.Configuration);
        var routes = services.All.SelectMany(RoutesOf).ToList();
        routes.Add(Route(PublicReading, PublicAddresses.Service, $"{PublicAddresses.Root}/{{**path}}", HttpMethods.Get, HttpMethods.Head));
        var clusters = services.All.Select(service => Cluster(service.Name, service.Addresses)).ToList();
        // In development one address serves for everything: the provider is reached through the gateway as well.
        if (builder.Environment.IsDevelopment())
        {
            routes.Add(Route("realms", Identity, "/realms/{**path}"));
            clusters.Add(Cluster(Identity, [keycloak.BackchannelUrl]));
        }

        // It would log each call with its query; what fails is told by FailedForwards.
        builder.Logging.AddFilter("Yarp", LogLevel.Error);
        // One refused connection is enough to leave a replica alone until the next look.
        builder.Services.Configure<TransportFailureRateHealthPolicyOptions>(options =>
        {
            options.MinimalTotalCountThreshold = 1;
            options.DefaultFailureRateLimit = SmallestFailureRate;
            options.DetectionWindowSize = HealthInterval;
        });
        builder.Services.AddReverseProxy().LoadFromMemory(routes, clusters).AddTransforms(Transform);
        return builder;
    }

    public static void MapProxy(this WebApplication app) => app.MapReverseProxy(pipeline =>
    {
        pipeline.Use(BodyLimits.ApplyAsync);
        pipeline.Use(FailedForwards.AnswerAsync);
        pipeline.UseLoadBalancing();
        pipeline.UsePassiveHealthChecks();
    }).ConfigureEndpoints((endpoint, route) =>
    {
        // The provider's own forms belong to its sessions, not to ours; what is public is read whether or not anybody can sign in.
        if (route.ClusterId == Identity || route.RouteId == PublicReading)
        {
            endpoint.WithMetadata(new WithoutSession());
        }
    });

    private static IEnumerable<RouteConfig> RoutesOf(Service service)
    {
        yield return Route(service.Name, service.Name, $"/api/{service.Name}/{{**path}}");
        yield return Route($"{service.Name}-openapi", service.Name, $"/openapi/{service.Name}.json").WithTransformPathSet("/openapi/v1.json");
    }

    // Anonymous here: the service is who judges the token, and answers 401 where there is none.
    private static RouteConfig Route(string id, string cluster, string path, params IReadOnlyList<string> methods) =>
        new() { RouteId = id, ClusterId = cluster, AuthorizationPolicy = Anonymous, Match = new RouteMatch { Path = path, Methods = methods.Count == 0 ? null : methods } };

    private static ClusterConfig Cluster(string name, IReadOnlyList<Uri> addresses) => new()
    {
        ClusterId = name,
        LoadBalancingPolicy = LoadBalancingPolicies.PowerOfTwoChoices,
        Destinations = addresses.Select((address, index) => (address, index)).ToDictionary(
            pair => $"{name}-{pair.index}", pair => new DestinationConfig { Address = pair.address.AbsoluteUri }, StringComparer.OrdinalIgnoreCase),
        HealthCheck = new HealthCheckConfig
        {
            // When every replica looks dead, one is asked all the same: it may have come back since the last look.
            AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
            Active = new ActiveHealthCheckConfig
            {
                Enabled = addresses.Count > 1,
                Interval = HealthInterval,
                Timeout = HealthTimeout,
                Path = "/alive",
            },
            Passive = new PassiveHealthCheckConfig { Enabled = addresses.Count > 1, ReactivationPeriod = HealthInterval },
        },
    };

    private static void Transform(TransformBuilderContext context)
    {
        if (context.Cluster?.ClusterId == Identity)
        {
            return;
        }

        context.AddRequestTransform(async request =>
        {
            // The session ends here: its cookie and its anti-forgery token are nobody else's, its access token goes on.
            request.ProxyRequest.Headers.Remove("Cookie");
            request.ProxyRequest.Headers.Remove(AntiForgery.Header);
            if (await request.HttpContext.GetTokenAsync(SessionHandler.AccessToken) is { } token)
            {
                request.ProxyRequest.Headers.Authorization = new("Bearer", token);
            }
        });
    }
}
