namespace Testing.Running;

/// <summary>
/// The whole platform as a user starts it: the AppHost's process with everything behind it, on ports and a data folder of its
/// own. It ends with the test process, whatever ends that.
/// </summary>
public sealed class RunningPlatform : IAsyncDisposable
{
    private readonly PlatformProcess process;

    private RunningPlatform(PlatformProcess process, Uri gateway) => (this.process, Gateway) = (process, gateway);

    /// <summary>The gateway's address.</summary>
    public Uri Gateway { get; }

    /// <summary>The repository's folder.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Starts one and waits until every resource is healthy.</summary>
    public static async Task<RunningPlatform> StartAsync()
    {
        var started = await PlatformProcess.StartAsync();
        try
        {
            await started.UntilHealthyAsync();
            return new RunningPlatform(started, await started.AddressAsync("gateway"));
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>What each process logged as an error, with the process's name.</summary>
    public IReadOnlyList<string> LoggedErrors() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(process.DataFolder, "logs"), "*.log")
            .Where(log => Path.GetFileName(log) != "messaging.log")
            .SelectMany(log => ReadLines(log).Where(IsError).Select(line => $"{Path.GetFileNameWithoutExtension(log)}: {line}")),
    ];

    /// <inheritdoc />
    public ValueTask DisposeAsync() => process.DisposeAsync();

    // The services' lines: time, level, category, message.
    private static bool IsError(string line) =>
        line.Contains(" fail: ", StringComparison.Ordinal)
        || line.Contains(" crit: ", StringComparison.Ordinal)
        || line.Contains("Unhandled exception", StringComparison.Ordinal);

    private static IEnumerable<string> ReadLines(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
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
