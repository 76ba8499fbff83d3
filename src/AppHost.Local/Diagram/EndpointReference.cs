using AppHost.Local.Processes;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Where a resource listens; known once the diagram is complete.</summary>
public sealed class EndpointReference
{
    private int? _port;

    internal EndpointReference(Resource owner, string name, int? port)
    {
        Resource = owner;
        EndpointName = name;
        IsFixed = port is > 0;
        _port = IsFixed ? port : null;
    }

    /// <summary>The name within the resource: <c>http</c>, <c>tcp</c>, <c>management</c>.</summary>
    public string EndpointName { get; }

    /// <summary>The port; a free one of loopback where none was asked for.</summary>
    public int Port => _port ??= LoopbackPorts.Free();

    /// <summary>The address.</summary>
    public string Url => Resource.GivenAddress is { } given && EndpointName == "http" ? given.TrimEnd('/') : $"{Scheme}://localhost:{Port}";

    internal Resource Resource { get; }

    internal bool IsFixed { get; }

    internal bool IsExternal { get; set; }

    private string Scheme => EndpointName == "tcp" ? "amqp" : "http";
}
