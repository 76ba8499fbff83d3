using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Reporting.Tests.Deliveries;

/// <summary>A mail as it arrived.</summary>
internal sealed record ArrivedMail(string To, string MessageId, string Text);

/// <summary>A small mail server on a port of its own, which can be away and come back.</summary>
internal sealed class TestMailServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<ArrivedMail> mails = new();
    private readonly IPEndPoint address;
    private readonly CancellationTokenSource stop = new();
    private TcpListener? listener;
    private Task accepting = Task.CompletedTask;

    public TestMailServer()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        address = (IPEndPoint)probe.LocalEndpoint;
    }

    /// <summary>An address that it refuses for good.</summary>
    public string Refuses { get; init; } = "";

    public IReadOnlyCollection<ArrivedMail> Mails => mails;

    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Smtp:Host"] = "127.0.0.1",
        ["Smtp:Port"] = $"{address.Port}",
        ["Smtp:Tls"] = "false",
        ["Smtp:From"] = "platform@kjj.zhoushan.example",
        ["Digests:Hour"] = "0",
        ["Deliveries:PollInterval"] = "00:00:00.100",
        ["Deliveries:FirstPause"] = "00:00:00.100",
        ["Deliveries:LongestPause"] = "00:00:00.300",
        ["Deliveries:ConsoleUrl"] = "https://platform.example",
    };

    public void Start()
    {
        listener = new TcpListener(address);
        listener.Start();
        accepting = AcceptAsync(listener);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener?.Dispose();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync(TcpListener on)
    {
        try
        {
            while (true)
            {
                using var client = await on.AcceptTcpClientAsync(stop.Token);
                try
                {
                    await TalkAsync(client);
                }
                catch (IOException)
                {
                    // The other side hung up.
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 test");
        var to = "";
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "RCPT":
                    to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                    await writer.WriteLineAsync(to == Refuses ? "550 no such mailbox" : "250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    mails.Enqueue(await ReadMailAsync(reader, to));
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    private async Task<ArrivedMail> ReadMailAsync(StreamReader reader, string to)
    {
        var (id, body, inBody) = ("", new StringBuilder(), false);
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
        {
            id = line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase) ? line[11..].Trim() : id;
            inBody |= line.Length == 0;
            body.Append(inBody ? line : "");
        }

        return new ArrivedMail(to, id, Encoding.UTF8.GetString(Convert.FromBase64String(body.ToString())));
    }
}
