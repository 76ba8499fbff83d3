using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>What a diagram says of its resources.</summary>
public static class ResourceBuilderExtensions
{
    /// <summary>Gives the connection string of a database or broker as <c>ConnectionStrings__{name}</c>.</summary>
    public static IResourceBuilder<ProjectResource> WithReference(
        this IResourceBuilder<ProjectResource> builder, IResourceBuilder<IResourceWithConnectionString> source, string? connectionName = null)
    {
        builder.Resource.Connections.Add((connectionName ?? source.Resource.Name, Local(source.Resource)));
        return builder;
    }

    /// <summary>Gives the addresses of a service as <c>services__{name}__http__{n}</c> and <c>{NAME}_HTTP</c>.</summary>
    public static IResourceBuilder<ProjectResource> WithReference(
        this IResourceBuilder<ProjectResource> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
    {
        builder.Resource.Services.Add(Local(source.Resource));
        return builder;
    }

    /// <summary>Sets a variable.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value)
        where T : IResourceWithEnvironment => WithVariable(builder, name, () => value);

    /// <summary>Sets a variable to the address of an endpoint.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, EndpointReference endpoint)
        where T : IResourceWithEnvironment => WithVariable(builder, name, () => endpoint.Url);

    /// <summary>Sets a variable to the value of a parameter.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> parameter)
        where T : IResourceWithEnvironment => WithVariable(builder, name, () => parameter.Resource.Value);

    /// <summary>Starts the resource only when another is healthy.</summary>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport
    {
        Local(builder.Resource).WaitsFor.Add(Local(dependency.Resource));
        return builder;
    }

    /// <summary>Lets the resource listen; on a free port where none is given (null or 0).</summary>
    public static IResourceBuilder<T> WithHttpEndpoint<T>(this IResourceBuilder<T> builder, int? port = null, string? name = null)
        where T : IResourceWithEndpoints
    {
        var owner = Local(builder.Resource);
        owner.Endpoints.Add(new EndpointReference(owner, name ?? "http", port));
        return builder;
    }

    /// <summary>Says that people, not only services, use its endpoints.</summary>
    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints
    {
        Local(builder.Resource).Endpoints.ForEach(endpoint => endpoint.IsExternal = true);
        return builder;
    }

    /// <summary>The resource is healthy when this path answers 200.</summary>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(this IResourceBuilder<T> builder, string? path = null)
        where T : IResourceWithEndpoints
    {
        Local(builder.Resource).HealthPath = path ?? "/";
        return builder;
    }

    /// <summary>The endpoint of a name.</summary>
    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name)
        where T : IResourceWithEndpoints =>
        Local(builder.Resource).Endpoints.Find(endpoint => endpoint.EndpointName == name)
        ?? throw new InvalidOperationException($"'{builder.Resource.Name}' has no endpoint '{name}'.");

    private static IResourceBuilder<T> WithVariable<T>(IResourceBuilder<T> builder, string name, Func<string?> value)
        where T : IResource
    {
        Local(builder.Resource).Variables.Add((name, value));
        return builder;
    }

    private static Resource Local(IResource resource) => (Resource)resource;
}
