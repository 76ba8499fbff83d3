using AppHost.Local.Board;
using AppHost.Local.Broker;
using AppHost.Local.Processes;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace AppHost.Local.Running;

/// <summary>What stands in for each resource of a diagram on this machine: processes to run, files, or addresses given in configuration.</summary>
internal sealed class Plan
{
    private const string IdentityProject = "Identity.Dev";

    private readonly DistributedApplicationBuilder _diagram;
    private readonly DataFolder _data;
    private readonly Dictionary<Resource, IReadOnlyList<string>> _urls = [];
    private readonly Dictionary<Resource, string> _addresses = [];

    public Plan(DistributedApplicationBuilder diagram, DataFolder data)
    {
        _diagram = diagram;
        _data = data;
        foreach (var resource in diagram.Resources)
        {
            Locate(resource);
        }

        foreach (var resource in diagram.Resources)
        {
            Describe(resource);
        }
    }

    /// <summary>Processes to run.</summary>
    public List<Workload> Workloads { get; } = [];

    /// <summary>What needs no process: files, and what is given by address.</summary>
    public List<ResourceView> Fixtures { get; } = [];

    /// <summary>Folders that must not vanish while the platform runs.</summary>
    public List<string> Folders { get; } = [];

    private string Environment => _diagram.Environment.EnvironmentName;

    private string? GivenProvider => _diagram.Configuration["Database:Provider"];

    private static IReadOnlyList<string> NamesOf(Resource resource) => resource switch
    {
        ParameterResource => [],
        ProjectResource project => [.. Enumerable.Range(1, project.Replicas).Select(number => Instance(project.Name, number))],
        _ => [resource.Name],
    };

    private static string Instance(string name, int number) => number == 1 ? name : $"{name}-{number}";

    private static List<string> WaitsOf(Resource resource) => [.. resource.WaitsFor.SelectMany(NamesOf).Distinct(StringComparer.Ordinal)];

    /// <summary>Decides where each resource is, before any of them is described by the others' addresses.</summary>
    private void Locate(Resource resource)
    {
        if (resource is IResourceWithServiceDiscovery)
        {
            var first = resource.Endpoints.Find(endpoint => endpoint.EndpointName == "http")?.Url;
            var replicas = resource is ProjectResource project ? project.Replicas : 1;
            _urls[resource] = first is null
                ? []
                : [first, .. Enumerable.Range(0, replicas - 1).Select(_ => $"http://localhost:{LoopbackPorts.Free()}")];
        }
        else if (resource is SqlServerDatabaseResource database)
        {
            _addresses[resource] = database.GivenAddress ?? $"Data Source={_data.DatabaseFile(database.FileName)}";
        }
    }

    private void Describe(Resource resource)
    {
        switch (resource)
        {
            case { GivenAddress: { } given } and not SqlServerDatabaseResource:
                _addresses[resource] = given;
                AddFixture(resource.Name, "由配置给出 given by address", resource is KeycloakResource ? [given] : []);
                break;
            case RabbitMQServerResource broker:
                AddBroker(broker);
                break;
            case SqlServerServerResource:
                AddFixture(resource.Name, "SQLite(代替 SQL Server stands in for SQL Server)", [_data.Databases]);
                AddFolder(_data.Databases);
                break;
            case SqlServerDatabaseResource database:
                AddFixture(
                    database.Name,
                    database.GivenAddress is null ? "SQLite 文件 file" : $"{GivenProvider ?? "SqlServer"},由配置给出 given by address",
                    database.GivenAddress is null ? [_data.DatabaseFile(database.FileName)] : []);
                break;
            case KeycloakResource keycloak:
                AddIdentity(keycloak);
                break;
            case ProjectResource project:
                AddProject(project);
                break;
        }
    }

    private void AddBroker(RabbitMQServerResource resource)
    {
        var tcp = resource.Endpoints[0];
        var management = resource.Endpoints.Find(endpoint => endpoint.EndpointName == "management");
        var log = new ResourceLog(_data.LogOf(resource.Name));
        var options = new RabbitMqOptions
        {
            DataFolder = _data.Broker,
            Port = tcp.Port,
            Management = management is not null,
            ManagementPort = management?.Port,
            OnLine = log.WriteLine,
        };
        _addresses[resource] = RabbitMqServer.Create(options).ConnectionString;
        AddFolder(_data.Broker);
        Workloads.Add(new Workload(
            resource.Name,
            "RabbitMQ（本机进程 process）",
            [.. resource.Endpoints.Select(endpoint => endpoint.Url)],
            log,
            WaitsOf(resource),
            async cancellation =>
            {
                var broker = RabbitMqServer.Create(options);
                await broker.StartAsync(cancellation);
                return new RunningBroker(broker, broker.ProcessId ?? 0);
            }));
    }

    private void AddIdentity(KeycloakResource resource)
    {
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = Environment,
            ["DOTNET_ENVIRONMENT"] = Environment,
            ["ASPNETCORE_URLS"] = resource.Endpoints[0].Url,
            // One issuer, whichever name of this machine a client asks at.
            ["KC_HOSTNAME"] = resource.Endpoints[0].Url,
            ["Realm__Folder"] = resource.RealmFolder,
            ["Data__Folder"] = _data.Identity,
        };
        resource.Variables.ForEach(variable => variables[variable.Name] = variable.Value());
        Workloads.Add(Process(
            resource.Name, $"{IdentityProject}(代替 Keycloak stands in for Keycloak)", resource, resource.Endpoints[0].Url, BuildOutput.Of(IdentityProject), () => variables));
    }

    private void AddProject(ProjectResource project)
    {
        var program = BuildOutput.Of(Path.GetFileNameWithoutExtension(project.ProjectFile));
        for (var number = 1; number <= project.Replicas; number++)
        {
            var instance = Instance(project.Name, number);
            var url = _urls[project][number - 1];
            Workloads.Add(Process(
                instance, "服务 service", project, url, program with { Folder = Path.GetDirectoryName(project.ProjectFile)! }, () => ProjectVariables.Of(
                    project, instance, url, Environment, resource => _addresses[resource], resource => _urls[resource], ProviderOf)));
        }
    }

    private Workload Process(
        string name, string kind, Resource resource, string url, BuildOutput program, Func<Dictionary<string, string?>> variables)
    {
        var log = new ResourceLog(_data.LogOf(name));
        // localhost may mean ::1 first, which a container may lack.
        var health = resource.HealthPath is { } path ? new UriBuilder(url) { Host = "127.0.0.1", Path = path }.Uri : null;
        return new Workload(name, kind, [url], log, WaitsOf(resource), async _ =>
            new RunningService(await GuardedProcess.StartAsync(program.ToChild(variables(), log.WriteLine)), health));
    }

    private string? ProviderOf(Resource resource) => resource is not SqlServerDatabaseResource database
        ? null
        : database.GivenAddress is null ? "Sqlite" : GivenProvider;

    private void AddFolder(string folder)
    {
        Folders.Add(folder);
        Directory.CreateDirectory(folder);
    }

    private void AddFixture(string name, string kind, IReadOnlyList<string> endpoints) =>
        Fixtures.Add(new ResourceView(name, kind, ResourceState.Running, ResourceHealth.Healthy, endpoints));
}
