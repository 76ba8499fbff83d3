using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>A diagram being drawn.</summary>
public interface IDistributedApplicationBuilder
{
    /// <summary>Settings: appsettings.json beside the diagram, environment variables, command line.</summary>
    ConfigurationManager Configuration { get; }

    /// <summary>Development unless <c>DOTNET_ENVIRONMENT</c> says otherwise.</summary>
    IHostEnvironment Environment { get; }

    /// <summary>The folder of the diagram's project; paths in the diagram are relative to it.</summary>
    string AppHostDirectory { get; }

    /// <summary>Whether the diagram runs or is published.</summary>
    DistributedApplicationExecutionContext ExecutionContext { get; }

    /// <summary>Completes the diagram.</summary>
    DistributedApplication Build();
}

/// <summary>What a diagram is drawn for.</summary>
public sealed class DistributedApplicationExecutionContext
{
    /// <summary>Always false: this runtime only runs.</summary>
    public bool IsPublishMode { get; }

    /// <summary>Always true.</summary>
    public bool IsRunMode => !IsPublishMode;
}

/// <summary>The one implementation: a list of resources.</summary>
internal sealed class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly string[] _args;
    private readonly HostApplicationBuilder _host;

    public DistributedApplicationBuilder(string[] args, string appHostDirectory)
    {
        _args = args;
        AppHostDirectory = appHostDirectory;
        _host = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            Args = args,
            ContentRootPath = appHostDirectory,
            EnvironmentName = System.Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Development,
        });
    }

    public ConfigurationManager Configuration => _host.Configuration;

    public IHostEnvironment Environment => _host.Environment;

    public string AppHostDirectory { get; }

    public DistributedApplicationExecutionContext ExecutionContext { get; } = new();

    public List<Resource> Resources { get; } = [];

    public DistributedApplication Build() => new(_args, this);

    public static DistributedApplicationBuilder Of(IDistributedApplicationBuilder builder) => (DistributedApplicationBuilder)builder;

    public ResourceBuilder<T> Add<T>(T resource)
        where T : Resource
    {
        if (Resources.Exists(other => string.Equals(other.Name, resource.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidOperationException($"The diagram has two resources named '{resource.Name}'.");
        }

        Resources.Add(resource);
        return new ResourceBuilder<T>(resource, this);
    }
}
