using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Testing.Databases;

/// <summary>
/// A real PostgreSQL of this test process alone: a temporary folder, a free port on loopback, gone when the process ends,
/// however it ends. As root it runs as the user <c>postgres</c>, because PostgreSQL refuses root.
/// </summary>
public sealed class PostgresServer
{
    private const string Programs = "/usr/lib/postgresql/15/bin";
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(60);

    // The server ends when this process's end of the pipe closes: nothing is left behind even by kill -9.
    private const string RunUntilInputEnds = """
        "$1/initdb" --pgdata="$2" --username=postgres --auth=trust --encoding=UTF8 --locale=C --no-sync >"$2.log" 2>&1 || exit 1
        "$1/postgres" -D "$2" -p "$3" -k "$2" -c listen_addresses=127.0.0.1 -c fsync="$4" -c max_connections=400 -c shared_buffers=64MB >>"$2.log" 2>&1 &
        server=$!
        while read -r _; do :; done
        kill -INT "$server"; wait "$server"; rm -rf "$2" "$2.log"
        """;

    private static readonly Lazy<Task<PostgresServer>> Shared = new(StartAsync);

    // A folder for temporary files that is root's alone is of no use to the user postgres.
    private static readonly string Root =
        new DirectoryInfo(Path.GetTempPath()).UnixFileMode.HasFlag(UnixFileMode.OtherWrite | UnixFileMode.OtherExecute) ? Path.GetTempPath() : "/tmp";

    private readonly int port;

    private PostgresServer(int port) => this.port = port;

    /// <summary>Whether it forces what is committed to the disk. Tests need not wait for that; whoever measures says so before the first use.</summary>
    public static bool IsDurable { get; set; }

    /// <summary>The server of this test process, started at first use.</summary>
    public static Task<PostgresServer> SharedAsync() => Shared.Value;

    /// <summary>How to reach one of its databases.</summary>
    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Database = database,
        Username = "postgres",
        MaxPoolSize = 50,
        IncludeErrorDetail = false,
    }.ConnectionString;

    /// <summary>Creates a database, empty or with what the one named <paramref name="like"/> holds; nobody may be connected to that one.</summary>
    public async Task<string> CreateDatabaseAsync(string? like = null)
    {
        var name = $"test_{Guid.CreateVersion7():N}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {like ?? "template0"}");
        return name;
    }

    /// <summary>Drops a database and whoever is connected to it.</summary>
    public Task DropDatabaseAsync(string database) => ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresServer> StartAsync()
    {
        if (!File.Exists($"{Programs}/postgres"))
        {
            throw new InvalidOperationException($"PostgreSQL is not in {Programs}. Install it: apt-get install postgresql-15 (./test.sh does).");
        }

        var freePort = FreePort();
        // Not Directory.CreateTempSubdirectory: the folder must be owned by the user that the server runs as.
        var folder = Path.Combine(Root, $"platform-postgres-{Guid.CreateVersion7():N}");
        var start = new ProcessStartInfo { FileName = "/bin/sh", RedirectStandardInput = true, UseShellExecute = false };
        if (Environment.IsPrivilegedProcess)
        {
            start.FileName = "runuser";
            Add(start, "-u", "postgres", "--", "/bin/sh");
        }

        Add(start, "-c", RunUntilInputEnds, "sh", Programs, folder, freePort.ToString(System.Globalization.CultureInfo.InvariantCulture), IsDurable ? "on" : "off");
        start.WorkingDirectory = Root;
        var process = Process.Start(start) ?? throw new InvalidOperationException("PostgreSQL could not be started.");
        // Ctrl-C reaches the whole process group; the end of the pipe stops the server in order.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(process);
        var server = new PostgresServer(freePort);
        await server.WaitAsync(process, $"{folder}.log");
        return server;
    }

    private async Task WaitAsync(Process process, string log)
    {
        var deadline = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return;
            }
            catch (Exception e) when (e is NpgsqlException or SocketException && deadline.Elapsed < StartDeadline && !process.HasExited)
            {
                await Task.Delay(50);
            }
            catch (Exception e)
            {
                var said = File.Exists(log) ? await File.ReadAllTextAsync(log) : "nothing";
                throw new InvalidOperationException($"PostgreSQL did not start. It said: {said}", e);
            }
        }
    }

    private static void Stop(Process process)
    {
        process.StandardInput.Close();
        process.WaitForExit(TimeSpan.FromSeconds(10));
    }

    private static void Add(ProcessStartInfo start, params ReadOnlySpan<string> arguments)
    {
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
