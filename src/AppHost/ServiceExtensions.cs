using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace AppHost;

/// <summary>What every process of ours has in common, so that the diagram tells only what differs.</summary>
internal static class ServiceExtensions
{
    private const int ReplicasWhenPublished = 2;

    /// <summary>
    /// Where the law's day of a new development platform begins: the first full year of Zhoushan's plan. The demonstration begins on its first
    /// Monday, four days later, since the clock only moves forward and a platform may run a while before the demonstration is played.
    /// </summary>
    private const string FirstDay = "2026-01-01T08:00:00+08:00";

    /// <summary>Adds a project that listens on HTTP, is healthy by <c>/health</c>, and accepts the realm's tokens.</summary>
    public static IResourceBuilder<ProjectResource> AddService(
        this IDistributedApplicationBuilder builder, string name, string project, IResourceBuilder<KeycloakResource> keycloak, Realm realm, int? port = null)
    {
        // The diagram, not a launch profile, says how a process runs: so it is the same in both ways of running it.
        var service = builder.AddProject(name, $"../{project}/{project}.csproj", launchProfileName: null)
            .WithHttpEndpoint(port: port)
            .WithHttpHealthCheck("/health")
            .WithReplicas(builder.Configuration.GetValue("PLATFORM_REPLICAS", builder.ExecutionContext.IsPublishMode ? ReplicasWhenPublished : 1))
            .WithEnvironment("ASPNETCORE_ENVIRONMENT", builder.Environment.EnvironmentName)
            .WithEnvironment("Policies__Folder", Folder(builder, "policies"))
            .WithEnvironment("Keycloak__realm", Realm.Name)
            .WithEnvironment("Keycloak__auth-server-url", keycloak.GetEndpoint("http"))
            .WithEnvironment("Keycloak__resource", Realm.Audience)
            .WithEnvironment("Keycloak__verify-token-audience", "true")
            .WithEnvironment("Keycloak__client-id", Realm.ClientOf(name))
            .WithEnvironment("Keycloak__credentials__secret", realm.SecretOf(name));
        return builder.Environment.IsDevelopment()
            ? service.WithEnvironment("Keycloak__ssl-required", "none")
                .WithEnvironment("Clock__Adjustable", "true")
                .WithEnvironment("Clock__StartsOn", builder.Configuration.GetValue("PLATFORM_CLOCK_START", FirstDay))
            : service.WithEnvironment("Keycloak__ssl-required", "external");
    }

    /// <summary>Gives the process a database of its own. A stand-in overrides the provider.</summary>
    public static IResourceBuilder<ProjectResource> WithDatabase(
        this IResourceBuilder<ProjectResource> service, IResourceBuilder<SqlServerDatabaseResource> database) =>
        service.WithReference(database).WaitFor(database).WithEnvironment("Database__Provider", "SqlServer");

    /// <summary>Lets the process publish and consume events.</summary>
    public static IResourceBuilder<ProjectResource> WithMessaging(
        this IResourceBuilder<ProjectResource> service, IResourceBuilder<RabbitMQServerResource> messaging) =>
        service.WithReference(messaging).WaitFor(messaging);

    /// <summary>Serves the console's build.</summary>
    public static IResourceBuilder<ProjectResource> WithConsole(this IResourceBuilder<ProjectResource> gateway) =>
        gateway.WithEnvironment("Console__Folder", Folder(gateway.ApplicationBuilder, "src", "Console", "dist"));

    /// <summary>A folder of the repository; a published image carries its own.</summary>
    private static string Folder(IDistributedApplicationBuilder builder, params string[] path) =>
        builder.ExecutionContext.IsPublishMode ? $"/app/{path[^1]}" : Path.GetFullPath(Path.Combine([builder.AppHostDirectory, "..", "..", .. path]));
}
