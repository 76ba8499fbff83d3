namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something of the diagram: a project, a broker, a database.</summary>
public interface IResource
{
    /// <summary>Its name: ASCII letters, digits and hyphens.</summary>
    string Name { get; }
}

/// <summary>A resource whose environment variables can be set.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>A resource that listens.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>A resource that can wait for others.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>A resource that others find by its name.</summary>
public interface IResourceWithServiceDiscovery : IResourceWithEndpoints;

/// <summary>A resource that others reach by a connection string.</summary>
public interface IResourceWithConnectionString : IResource;

/// <summary>What every resource of the local runtime has.</summary>
public abstract class Resource : IResource
{
    private protected Resource(string name)
    {
        if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
        {
            throw new ArgumentException($"'{name}' is no resource name: ASCII letters, digits and hyphens only.", nameof(name));
        }

        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The address given in configuration, which is used instead of a stand-in.</summary>
    internal string? GivenAddress { get; set; }

    internal List<Resource> WaitsFor { get; } = [];

    internal List<EndpointReference> Endpoints { get; } = [];

    /// <summary>Variables in the order they were set; values are read when the process starts, when every port is known.</summary>
    internal List<(string Name, Func<string?> Value)> Variables { get; } = [];

    internal string? HealthPath { get; set; }
}
