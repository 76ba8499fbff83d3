using System.Text.Json;
using AppHost.Local.Board;
using AppHost.Local.Processes;

namespace AppHost.Local.Running;

/// <summary>The folder that holds everything a platform keeps between runs. One platform at a time has it.</summary>
internal sealed class DataFolder : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly FileStream _lock;

    private DataFolder(string root, FileStream held)
    {
        Root = root;
        _lock = held;
    }

    public string Root { get; }

    public string Databases => Path.Combine(Root, "db");

    public string Broker => Path.Combine(Root, "messaging");

    public string Identity => Path.Combine(Root, "identity");

    public string LogOf(string resource) => Path.Combine(Root, "logs", $"{resource}.log");

    public string DatabaseFile(string name) => Path.Combine(Databases, $"{name}.db");

    /// <summary>Takes the folder for this process; the kernel gives it back when the process ends.</summary>
    /// <exception cref="StartUpException">Another platform has it, or it cannot be written.</exception>
    public static DataFolder Take(string root)
    {
        try
        {
            Directory.CreateDirectory(root);
            return new DataFolder(root, Lock(root));
        }
        catch (IOException) when (FindRunning(root) is { } running)
        {
            throw new StartUpException(
                $"""
                平台已在此数据文件夹上运行：进程 {running.ProcessId}，控制台 {running.Console}，数据 {root}。
                  查看：./run.sh --status   停止：./run.sh --stop   另起一套：设置 PLATFORM_DATA、PLATFORM_PORT、PLATFORM_IDENTITY_PORT、PLATFORM_DASHBOARD_PORT
                The platform already runs on this data folder: process {running.ProcessId}, console {running.Console}, data {root}.
                  See it: ./run.sh --status   stop it: ./run.sh --stop   a second one beside it: set PLATFORM_DATA and the three ports
                """);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new StartUpException($"无法写入数据文件夹 {root}:{e.Message}\nThe data folder {root} cannot be written: {e.Message}", e);
        }
    }

    /// <summary>What runs on the folder now, or null.</summary>
    public static RunningStack? FindRunning(string root)
    {
        try
        {
            if (File.Exists(LockFile(root)))
            {
                Lock(root).Dispose();
            }

            return null;
        }
        catch (IOException)
        {
            return ReadAnnouncement(root);
        }
    }

    /// <summary>Lets commands find this platform.</summary>
    public void Announce(RunningStack running) =>
        File.WriteAllText(AnnouncementFile(Root), JsonSerializer.Serialize(running, Dashboard.Json));

    /// <summary>Completes with a folder that somebody deleted while it was in use.</summary>
    public static async Task<string> WhenDeletedAsync(IReadOnlyCollection<string> folders, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(LookEvery);
        while (folders.All(Directory.Exists))
        {
            await timer.WaitForNextTickAsync(cancellation);
        }

        return folders.First(folder => !Directory.Exists(folder));
    }

    public void Dispose()
    {
        if (File.Exists(AnnouncementFile(Root)))
        {
            File.Delete(AnnouncementFile(Root));
        }

        _lock.Dispose();
    }

    private static RunningStack ReadAnnouncement(string root)
    {
        try
        {
            return JsonSerializer.Deserialize<RunningStack>(File.ReadAllText(AnnouncementFile(root)), Dashboard.Json)!;
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            // It has the lock and has not announced itself yet.
            return new RunningStack(0, string.Empty, null, []);
        }
    }

    private static FileStream Lock(string root) => new(LockFile(root), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static string LockFile(string root) => Path.Combine(root, "apphost.lock");

    private static string AnnouncementFile(string root) => Path.Combine(root, "apphost.json");
}
