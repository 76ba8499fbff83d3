using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Testing.Running;

/// <summary>
/// The whole platform as a user starts it: the AppHost's process with everything behind it, on ports and a data folder of its
/// own. It ends with the test process, whatever ends that.
/// </summary>
public sealed class RunningPlatform : IAsyncDisposable
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly DirectoryInfo data;

    private RunningPlatform(Process process, DirectoryInfo data, Uri gateway) => (this.process, this.data, Gateway) = (process, data, gateway);

    /// <summary>The gateway's address.</summary>
    public Uri Gateway { get; }

    /// <summary>The repository's folder.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Starts one and waits until every service is healthy.</summary>
    public static async Task<RunningPlatform> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("platform-system-");
        var ports = FreePorts(3);
        var started = Process.Start(StartInfo(folder, ports))!;
        var platform = new RunningPlatform(started, folder, new Uri($"http://localhost:{ports[0]}"));
        try
        {
            await platform.WaitUntilHealthyAsync();
            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <summary>What each process logged as an error, with the process's name.</summary>
    public IReadOnlyList<string> LoggedErrors() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(data.FullName, "logs"), "*.log")
            .Where(log => Path.GetFileName(log) != "messaging.log")
            .SelectMany(log => ReadLines(log).Where(IsError).Select(line => $"{Path.GetFileNameWithoutExtension(log)}: {line}")),
    ];

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var stop = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            await process.WaitForExitAsync(deadline.Token);
        }

        process.Dispose();
        data.Delete(recursive: true);
    }

    private static ProcessStartInfo StartInfo(DirectoryInfo data, int[] ports)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var apphost = Path.Combine(Repository, "artifacts", "bin", "AppHost", configuration, "AppHost.dll");
        return new ProcessStartInfo("setpriv", ["--pdeathsig", "TERM", "dotnet", apphost])
        {
            WorkingDirectory = Repository,
            Environment =
            {
                ["PLATFORM_DATA"] = data.FullName,
                ["PLATFORM_PORT"] = $"{ports[0]}",
                ["PLATFORM_IDENTITY_PORT"] = $"{ports[1]}",
                ["PLATFORM_DASHBOARD_PORT"] = $"{ports[2]}",
                ["DOTNET_ENVIRONMENT"] = "Development",
            },
        };
    }

    private async Task WaitUntilHealthyAsync()
    {
        using var http = new HttpClient { BaseAddress = Gateway, Timeout = TimeSpan.FromSeconds(10) };
        await Eventually.HoldsAsync(
            async () =>
            {
                if (process.HasExited)
                {
                    throw new InvalidOperationException($"The AppHost ended with exit code {process.ExitCode} before the platform was healthy.");
                }

                return await IsHealthyAsync(http);
            },
            StartDeadline,
            "every service is healthy");
    }

    private static async Task<bool> IsHealthyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static bool IsError(string line) =>
        line.StartsWith("fail:", StringComparison.Ordinal)
        || line.StartsWith("crit:", StringComparison.Ordinal)
        || line.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal)
        || line.Contains("\"LogLevel\":\"Critical\"", StringComparison.Ordinal)
        || line.Contains("Unhandled exception", StringComparison.Ordinal);

    private static IEnumerable<string> ReadLines(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Platform.sln was not found above the tests.");
    }
}
