using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace AppHost.Local.Running;

/// <summary>The environment variables of a project's process: the very ones that Aspire injects.</summary>
internal static class ProjectVariables
{
    /// <summary>Variables of the caller that would say something else than the diagram.</summary>
    private static readonly string[] NotInherited =
        ["ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS", "HTTP_PORTS", "HTTPS_PORTS", "DOTNET_LAUNCH_PROFILE", "DOTNET_URLS", "URLS"];

    /// <summary>Gives the variables of one process of a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="instance">The process's name, for telemetry.</param>
    /// <param name="url">Where it listens.</param>
    /// <param name="environment">Development or Production.</param>
    /// <param name="addressOf">A database's or broker's connection string.</param>
    /// <param name="urlsOf">A service's addresses, one a replica.</param>
    /// <param name="providerOf">What <c>Database__Provider</c> becomes for a database; null leaves the diagram's word.</param>
    public static Dictionary<string, string?> Of(
        ProjectResource project,
        string instance,
        string url,
        string environment,
        Func<Resource, string> addressOf,
        Func<Resource, IReadOnlyList<string>> urlsOf,
        Func<Resource, string?> providerOf)
    {
        var variables = NotInherited.ToDictionary(name => name, _ => (string?)null, StringComparer.Ordinal);
        variables["ASPNETCORE_ENVIRONMENT"] = environment;
        variables["DOTNET_ENVIRONMENT"] = environment;
        variables["ASPNETCORE_URLS"] = url;
        variables["OTEL_SERVICE_NAME"] = project.Name;
        variables["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={instance}";
        foreach (var (name, resource) in project.Connections)
        {
            variables[$"ConnectionStrings__{name}"] = addressOf(resource);
        }

        foreach (var service in project.Services)
        {
            AddService(variables, service.Name, urlsOf(service));
        }

        foreach (var (name, value) in project.Variables)
        {
            variables[name] = value();
        }

        // A stand-in speaks another dialect than the diagram says.
        if (project.Connections.Select(connection => providerOf(connection.Resource)).FirstOrDefault(provider => provider is not null) is { } standIn)
        {
            variables["Database__Provider"] = standIn;
        }

        return variables;
    }

    private static void AddService(Dictionary<string, string?> variables, string name, IReadOnlyList<string> urls)
    {
        for (var index = 0; index < urls.Count; index++)
        {
            variables[$"services__{name}__http__{index.ToString(CultureInfo.InvariantCulture)}"] = urls[index];
        }

        var shout = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToUpperInvariant(letter) : '_'));
        variables[$"{shout}_HTTP"] = urls[0];
    }
}
