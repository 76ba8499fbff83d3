using System.Text.Json.Serialization;

namespace AppHost.Local.Board;

/// <summary>Where a resource is in its life.</summary>
internal enum ResourceState
{
    /// <summary>Others must be healthy first.</summary>
    Waiting,

    /// <summary>Started, not healthy yet.</summary>
    Starting,

    /// <summary>Was healthy once since its start.</summary>
    Running,

    /// <summary>It ended by itself and will be started again.</summary>
    Restarting,

    /// <summary>Ended because the platform ends.</summary>
    Stopped,
}

/// <summary>How a resource is.</summary>
internal enum ResourceHealth
{
    /// <summary>Not known yet.</summary>
    Unknown,

    /// <summary>Ready to serve.</summary>
    Healthy,

    /// <summary>Not ready to serve.</summary>
    Unhealthy,
}

/// <summary>What the dashboard tells of a resource.</summary>
/// <param name="Name">Its name in the diagram; further replicas are <c>name-2</c>, <c>name-3</c>.</param>
/// <param name="Kind">What it is, and what stands in for it.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="Health">Whether it can serve.</param>
/// <param name="Endpoints">Its addresses, without credentials.</param>
/// <param name="Pid">Its process, while it runs.</param>
/// <param name="Restarts">How often it ended by itself and was started again.</param>
/// <param name="Log">Its log file.</param>
/// <param name="Message">Why it is not healthy, for people.</param>
internal sealed record ResourceView(
    string Name,
    string Kind,
    ResourceState State,
    ResourceHealth Health,
    IReadOnlyList<string> Endpoints,
    int? Pid = null,
    int Restarts = 0,
    string? Log = null,
    string? Message = null)
{
    /// <summary>Whether it can serve; not written, since <c>health</c> tells it.</summary>
    [JsonIgnore]
    public bool IsHealthy => Health == ResourceHealth.Healthy;
}
