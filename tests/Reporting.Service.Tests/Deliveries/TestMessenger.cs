using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Reporting.Tests.Deliveries;

/// <summary>A post as it arrived.</summary>
internal sealed record ArrivedPost(string Delivery, string Signature, string Body);

/// <summary>A bureau's messenger on a port of its own; answers what it is told to.</summary>
internal sealed class TestMessenger : IAsyncDisposable
{
    private readonly ConcurrentQueue<ArrivedPost> posts = new();
    private readonly HttpListener listener = new();
    private readonly Task listening;

    public TestMessenger()
    {
        using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/hook/";
        }

        listener.Prefixes.Add(Url);
        listener.Start();
        listening = ListenAsync();
    }

    public string Url { get; }

    public volatile int Answer = 200;

    public IReadOnlyCollection<ArrivedPost> Posts => posts;

    public static IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Webhooks:AllowedHosts:0"] = "127.0.0.1",
        ["Webhooks:AllowHttp"] = "true",
        ["Webhooks:AllowPrivateAddresses"] = "true",
        ["Webhooks:Retries"] = "1",
        ["Webhooks:FirstPause"] = "00:00:00.010",
        ["Deliveries:PollInterval"] = "00:00:00.100",
        ["Deliveries:FirstPause"] = "00:00:00.050",
        ["Deliveries:LongestPause"] = "00:00:00.050",
        ["Deliveries:MostAttempts"] = "3",
        ["Deliveries:ConsoleUrl"] = "https://platform.example",
    };

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await listening;
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
                posts.Enqueue(new ArrivedPost(
                    context.Request.Headers["X-Platform-Delivery"]!, context.Request.Headers["X-Platform-Signature"]!, await reader.ReadToEndAsync()));
                context.Response.StatusCode = Answer;
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Stopped.
        }
    }
}
