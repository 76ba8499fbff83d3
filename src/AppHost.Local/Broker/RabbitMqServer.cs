using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AppHost.Local.Processes;

namespace AppHost.Local.Broker;

/// <summary>
/// A real RabbitMQ broker of its own: Debian's <c>rabbitmq-server</c> as a child process with its own data folder, ports and port mapper (epmd), on
/// loopback only. It can be stopped and started again on the same folder and port, killed, or paused; it never outlives this process.
/// </summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(20);

    // A quorum queue whose broker is killed within half a second of the queue's declaration never finds a leader again
    // (rabbitmq-server issue 15725): so an orphaned broker is asked to end, and killed only if it does not.
    private static readonly TimeSpan OrphanGrace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromMilliseconds(100);
    private static readonly byte[] AmqpHeader = "AMQP\0\0\u0009\u0001"u8.ToArray();

    // Where Debian and Ubuntu put it; /usr/sbin's wrapper demands root or the rabbitmq user.
    private static readonly string[] Scripts = ["/usr/lib/rabbitmq/bin/rabbitmq-server", "/opt/rabbitmq/sbin/rabbitmq-server"];

    private readonly BrokerFolder _folder;
    private readonly ResourceLog? _ownLog;
    private readonly Action<string> _onLine;
    private readonly ConcurrentQueue<string> _lastLines = new();
    private GuardedProcess? _broker;
    private PortMapper? _portMapper;

    private RabbitMqServer(RabbitMqOptions options)
    {
        _folder = new BrokerFolder(options);
        _ownLog = options.OnLine is null ? new ResourceLog(Path.Combine(_folder.Root, "broker.log")) : null;
        _onLine = options.OnLine ?? _ownLog!.WriteLine;
    }

    /// <summary>Whether the machine has a broker to run.</summary>
    public static bool IsInstalled => Scripts.Any(File.Exists);

    /// <summary>The address for clients, as Aspire writes it: <c>amqp://user:password@localhost:port</c>.</summary>
    public string ConnectionString => $"amqp://{_folder.UserName}:{_folder.Password}@localhost:{_folder.Port}";

    /// <summary>The AMQP port, the same for this object's whole life.</summary>
    public int Port => _folder.Port;

    /// <summary>The management plugin's port, or null when it is off.</summary>
    public int? ManagementPort => _folder.ManagementPort;

    /// <summary>The Erlang machine's process id while it runs.</summary>
    public int? ProcessId => _broker is { Exited.IsCompleted: false } broker ? broker.Id : null;

    /// <summary>Completes when the running broker ends, with its exit code.</summary>
    public Task<int> Exited => _broker?.Exited ?? throw new InvalidOperationException("The broker was not started.");

    /// <summary>Prepares a broker that is not started yet; its address is known already.</summary>
    public static RabbitMqServer Create(RabbitMqOptions options) => new(options);

    /// <summary>Starts a broker on free ports and waits until it answers.</summary>
    /// <param name="dataFolder">Its folder; null makes one under the temporary folder.</param>
    /// <param name="cancellation">Gives up waiting and ends the broker.</param>
    public static async Task<RabbitMqServer> StartNewAsync(string? dataFolder = null, CancellationToken cancellation = default)
    {
        var server = Create(new RabbitMqOptions { DataFolder = dataFolder ?? Directory.CreateTempSubdirectory("rabbitmq-").FullName });
        await server.StartAsync(cancellation);
        return server;
    }

    /// <summary>Starts the broker, or starts it again on the same folder and port, and waits until it answers an AMQP client.</summary>
    /// <exception cref="StartUpException">rabbitmq-server is not installed, or ended before it answered; the message says why.</exception>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        var script = Scripts.FirstOrDefault(File.Exists) ?? throw NotInstalled();
        try
        {
            await LaunchAsync(script);
            await WaitUntilItAnswersAsync(cancellation);
        }
        catch
        {
            await KillAsync();
            throw;
        }
    }

    /// <summary>Stops the broker in order; what is durable stays in the data folder.</summary>
    public async Task StopAsync()
    {
        if (_broker is { } broker)
        {
            await broker.StopAsync(StopGrace);
        }

        await KillAsync();
    }

    /// <summary>Ends the broker at once, as a crash or a power cut would.</summary>
    public async Task KillAsync()
    {
        if (_broker is { } broker)
        {
            await broker.DisposeAsync();
        }

        if (_portMapper is { } portMapper)
        {
            await portMapper.DisposeAsync();
        }

        (_broker, _portMapper) = (null, null);
    }

    /// <summary>Freezes the broker: connections stay open, and from its return on nothing answers.</summary>
    public Task PauseAsync(CancellationToken cancellation = default) => _broker?.FreezeAsync(cancellation) ?? Task.CompletedTask;

    /// <summary>Lets a paused broker go on.</summary>
    public void Resume() => _broker?.Signal(Signals.Continue);

    /// <summary>Whether an AMQP client is greeted now.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation = default)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port, cancellation);
            var stream = client.GetStream();
            await stream.WriteAsync(AmqpHeader, cancellation);
            return await stream.ReadAsync(new byte[1], cancellation) == 1;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }

    /// <summary>Ends the broker; its data folder stays.</summary>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _ownLog?.Dispose();
        AsciiPath.Forget(_folder.Root);
    }

    internal static StartUpException NotInstalled() => new(
        "缺少 RabbitMQ。请安装:sudo apt-get install rabbitmq-server,或用 ConnectionStrings__messaging 指定已有的消息代理。\n"
        + "RabbitMQ is missing. Install it: sudo apt-get install rabbitmq-server, or name an existing broker in ConnectionStrings__messaging.");

    private async Task LaunchAsync(string script)
    {
        await KillAsync();
        if (!LoopbackPorts.IsFree(Port))
        {
            throw new StartUpException($"端口 {Port} 已被占用,RabbitMQ 未能启动。\nRabbitMQ did not start: port {Port} is taken.");
        }

        _folder.Prepare();
        _lastLines.Clear();
        _portMapper = await PortMapper.StartAsync(_folder, Remember);
        _broker = await GuardedProcess.StartAsync(
            new ChildProgram(script, [], _folder.Root, _folder.Variables(), Remember) { Orphan = new OrphanCare(OrphanGrace, _folder.LockFile) });
    }

    private async Task WaitUntilItAnswersAsync(CancellationToken cancellation)
    {
        var since = Stopwatch.StartNew();
        while (!await AnswersAsync(cancellation))
        {
            if (_broker!.Exited.IsCompleted || since.Elapsed > StartDeadline)
            {
                throw new StartUpException($"RabbitMQ 未能启动，日志末尾如下。\nRabbitMQ did not start; the end of its log:\n  {string.Join("\n  ", _lastLines)}");
            }

            await Task.Delay(ProbeEvery, cancellation);
        }
    }

    private void Remember(string line)
    {
        const int shown = 12;
        if (!string.IsNullOrWhiteSpace(line))
        {
            _lastLines.Enqueue(line);
        }

        while (_lastLines.Count > shown && _lastLines.TryDequeue(out _))
        {
        }

        _onLine(line);
    }
}
