using System.Globalization;
using System.Security.Cryptography;
using AppHost.Local.Processes;

namespace AppHost.Local.Broker;

/// <summary>What a broker keeps in its data folder, and the settings that keep it there and on loopback.</summary>
internal sealed class BrokerFolder
{
    private const string DefaultUser = "platform";

    private readonly RabbitMqOptions _options;
    private readonly string _root;

    public BrokerFolder(RabbitMqOptions options)
    {
        _options = options;
        _root = AsciiPath.To(Path.GetFullPath(options.DataFolder));
        Port = options.Port ?? LoopbackPorts.Free();
        ManagementPort = options.Management ? options.ManagementPort ?? LoopbackPorts.Free() : null;
        DistributionPort = LoopbackPorts.Free();
        EpmdPort = LoopbackPorts.Free();
        (UserName, Password) = ReadOrMakeCredentials();
    }

    public string Root => _root;

    /// <summary>Held by the running broker.</summary>
    public string LockFile => In("broker.lock");

    public int Port { get; }

    public int? ManagementPort { get; }

    public int DistributionPort { get; }

    public int EpmdPort { get; }

    public string UserName { get; }

    public string Password { get; }

    /// <summary>Writes what the broker reads at its start; a folder deleted by hand is made anew.</summary>
    public void Prepare()
    {
        _ = AsciiPath.To(Path.GetFullPath(_options.DataFolder));
        Directory.CreateDirectory(In("mnesia"));
        Directory.CreateDirectory(In("log"));
        File.WriteAllText(In("enabled_plugins"), ManagementPort is null ? "[].\n" : "[rabbitmq_management].\n");
        File.WriteAllLines(
            In("rabbitmq.conf"),
            [
                $"default_user = {UserName}",
                $"default_pass = {Password}",
                // The log of the quorum queues is kept in memory up to this size; the default of 512 MiB is for servers.
                "raft.wal_max_size_bytes = 67108864",
                "log.console = true",
                "log.console.level = warning",
                "log.file = false",
                .. ManagementPort is { } port ? ["management.tcp.ip = 127.0.0.1", $"management.tcp.port = {port.ToString(CultureInfo.InvariantCulture)}"] : Array.Empty<string>(),
            ]);
        OwnerOnly(In("rabbitmq.conf"));
    }

    /// <summary>The variables of rabbitmq-env and of Erlang. What the machine's own broker has configured is left aside.</summary>
    public Dictionary<string, string?> Variables() => new(StringComparer.Ordinal)
    {
        ["HOME"] = _root,
        ["LANG"] = "C.UTF-8",
        ["LC_ALL"] = "C.UTF-8",
        ["RABBITMQ_CONF_ENV_FILE"] = In("rabbitmq-env.conf"),
        ["RABBITMQ_NODENAME"] = "platform@localhost",
        ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODE_PORT"] = Port.ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_DIST_PORT"] = DistributionPort.ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_MNESIA_BASE"] = In("mnesia"),
        ["RABBITMQ_LOG_BASE"] = In("log"),
        ["RABBITMQ_LOGS"] = "-",
        ["RABBITMQ_PID_FILE"] = In("pid"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = In("enabled_plugins"),
        ["RABBITMQ_CONFIG_FILE"] = In("rabbitmq.conf"),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        // RabbitMQ starts a passing Erlang of its own when it finds no epmd, as it may while both are being stopped; that one too must
        // not leave a daemon behind.
        ["ERL_AFLAGS"] = "-start_epmd false",
        ["ERL_EPMD_PORT"] = EpmdPort.ToString(CultureInfo.InvariantCulture),
        ["NOTIFY_SOCKET"] = null,
        // The script then becomes the Erlang machine itself (exec), so that the guard of the process reaches it.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
        // Distribution on loopback only; no busy waiting on a small machine.
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
            "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none",
    };

    private (string User, string Password) ReadOrMakeCredentials()
    {
        var file = In("credentials");
        // A file cut short by a crash counts as none.
        if (!File.Exists(file) || File.ReadAllLines(file) is not [var keptUser, var keptPassword])
        {
            (keptUser, keptPassword) = (DefaultUser, RandomNumberGenerator.GetHexString(32, lowercase: true));
            File.WriteAllLines(file, [keptUser, keptPassword]);
            OwnerOnly(file);
        }

        return (_options.UserName ?? keptUser, _options.Password ?? keptPassword);
    }

    private static void OwnerOnly(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private string In(string name) => Path.Combine(_root, name);
}
