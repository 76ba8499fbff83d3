using AppHost.Local.Broker;
using AppHost.Local.Processes;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace AppHost.Local.Running;

/// <summary>What can be told before anything starts.</summary>
internal static class Preflight
{
    private const string DashboardVariable = "PLATFORM_DASHBOARD_PORT";

    /// <summary>Which variable moves which resource's port.</summary>
    private static readonly Dictionary<string, string> PortVariables = new(StringComparer.Ordinal)
    {
        ["gateway"] = "PLATFORM_PORT",
        ["keycloak"] = "PLATFORM_IDENTITY_PORT",
        ["messaging"] = "PLATFORM_BROKER_PORT",
    };

    /// <summary>Checks ports and programs.</summary>
    /// <exception cref="StartUpException">Names everything that is in the way.</exception>
    public static void Check(DistributedApplicationBuilder diagram, int dashboardPort)
    {
        var standIns = diagram.Resources.Where(resource => resource.GivenAddress is null).ToList();
        if (standIns.Exists(resource => resource is RabbitMQServerResource) && !RabbitMqServer.IsInstalled)
        {
            throw RabbitMqServer.NotInstalled();
        }

        var taken = standIns
            .SelectMany(resource => resource.Endpoints)
            .Where(endpoint => endpoint.IsFixed)
            .Select(endpoint => (endpoint.Port, endpoint.Resource.Name, Variable: PortVariables.GetValueOrDefault(endpoint.Resource.Name)))
            .Append((dashboardPort, "dashboard", DashboardVariable))
            .Where(port => !LoopbackPorts.IsFree(port.Item1))
            .Select(port => Describe(port.Item1, port.Item2, port.Item3))
            .ToList();
        if (taken.Count > 0)
        {
            throw new StartUpException(string.Join('\n', taken));
        }
    }

    private static string Describe(int port, string resource, string? variable) => variable is null
        ? $"端口 {port}（{resource}）已被其他程序占用。Port {port}, for {resource}, is taken by another program."
        : $"""
          端口 {port}（{resource}）已被其他程序占用；可改用其他端口，例如 {variable}={port + 1} ./run.sh
          Port {port}, for {resource}, is taken by another program. Use another, for example: {variable}={port + 1} ./run.sh
          """;
}
