using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AppHost.Local.Processes;

namespace Testing.Running;

/// <summary>
/// The whole platform as a process of its own, as <c>./run.sh</c> starts it, on a data folder and ports that nobody else uses. The test project
/// references AppHost without its assembly, so that it is built.
/// </summary>
public sealed class PlatformProcess : IAsyncDisposable
{
    private static readonly TimeSpan UntilHealthy = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan UntilStopped = TimeSpan.FromSeconds(90);
    private static readonly HttpClient Http = new();

    private readonly ConcurrentQueue<string> lines = new();
    private readonly bool ownFolder;
    private GuardedProcess process = null!;

    private PlatformProcess(string? dataFolder)
    {
        ownFolder = dataFolder is null;
        DataFolder = dataFolder ?? Directory.CreateTempSubdirectory("platform-").FullName;
    }

    /// <summary>Everything it keeps: databases, broker, logs.</summary>
    public string DataFolder { get; }

    /// <summary>The AppHost's process.</summary>
    public int Id => process.Id;

    /// <summary>Completes with its exit code.</summary>
    public Task<int> Exited => process.Exited;

    /// <summary>What it has told the person who started it.</summary>
    public string Output => string.Join('\n', lines);

    /// <summary>Starts the platform; it is not healthy yet.</summary>
    /// <param name="dataFolder">Its data; null makes a folder that is deleted at the end.</param>
    /// <param name="settings">Variables over the usual ones, which take free ports.</param>
    public static async Task<PlatformProcess> StartAsync(string? dataFolder = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var platform = new PlatformProcess(dataFolder);
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["PLATFORM_DATA"] = platform.DataFolder,
            ["PLATFORM_PORT"] = "0",
            ["PLATFORM_IDENTITY_PORT"] = "0",
            ["PLATFORM_DASHBOARD_PORT"] = "0",
            ["DOTNET_ENVIRONMENT"] = "Development",
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            variables[name] = value;
        }

        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(own.Parent!.Parent!.FullName, "AppHost", own.Name, "AppHost.dll");
        platform.process = await GuardedProcess.StartAsync(
            new ChildProgram("dotnet", [program], own.FullName, variables, platform.lines.Enqueue));
        return platform;
    }

    /// <summary>What its dashboard tells; nothing while it does not answer.</summary>
    public async Task<IReadOnlyList<PlatformResource>> ResourcesAsync()
    {
        try
        {
            var announced = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(DataFolder, "apphost.json")))!;
            return await Http.GetFromJsonAsync<List<PlatformResource>>($"{announced["dashboard"]}/resources") ?? [];
        }
        catch (Exception e) when (e is IOException or HttpRequestException or System.Text.Json.JsonException)
        {
            return [];
        }
    }

    /// <summary>One resource, as the dashboard tells it.</summary>
    public async Task<PlatformResource> ResourceAsync(string name) => (await ResourcesAsync()).Single(resource => resource.Name == name);

    /// <summary>The address of a resource's first endpoint.</summary>
    public async Task<Uri> AddressAsync(string name) => new((await ResourceAsync(name)).Endpoints[0]);

    /// <summary>Waits until these resources, or all, are healthy; fails with the platform's own words when it ends meanwhile.</summary>
    public async Task UntilHealthyAsync(params string[] names)
    {
        await Eventually.HoldsAsync(
            async () =>
            {
                if (process.Exited.IsCompleted)
                {
                    throw new InvalidOperationException($"The platform ended:\n{Output}");
                }

                var resources = await ResourcesAsync();
                return resources.Count > 0
                    && resources.Where(resource => names.Length == 0 || names.Contains(resource.Name, StringComparer.Ordinal)).All(resource => resource.Health == "Healthy");
            },
            UntilHealthy);
    }

    /// <summary>Ends it in order, as <c>kill</c> does, and returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        await process.StopAsync(UntilStopped);
        return await process.Exited;
    }

    /// <summary>Ends the AppHost, and only it, as <c>kill -9</c> does.</summary>
    public Task KillAsync() => process.KillAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await process.DisposeAsync();
        if (ownFolder && Directory.Exists(DataFolder))
        {
            Directory.Delete(DataFolder, recursive: true);
        }
    }
}

/// <summary>A resource, as the dashboard tells it.</summary>
/// <param name="Name">Its name in the diagram.</param>
/// <param name="State">Waiting, Starting, Running, Restarting, Stopped.</param>
/// <param name="Health">Healthy, Unhealthy, Unknown.</param>
/// <param name="Endpoints">Its addresses.</param>
/// <param name="Pid">Its process.</param>
/// <param name="Restarts">How often it ended by itself.</param>
/// <param name="Log">Its log file.</param>
/// <param name="Message">Why it is not healthy.</param>
public sealed record PlatformResource(
    string Name, string State, string Health, IReadOnlyList<string> Endpoints, int? Pid, int Restarts, string? Log, string? Message);
