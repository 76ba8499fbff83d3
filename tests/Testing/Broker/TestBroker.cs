using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AppHost.Local.Broker;

namespace Testing.Broker;

/// <summary>A real RabbitMQ of this test process; each test takes a virtual host of its own, where nobody else's queues are.</summary>
public sealed class TestBroker : IDisposable
{
    private static readonly Lazy<Task<TestBroker>> Shared = new(StartAsync);
    private readonly RabbitMqServer server;
    private readonly HttpClient management;

    private TestBroker(RabbitMqServer server, HttpClient management) => (this.server, this.management) = (server, management);

    /// <summary>The broker of this test process, started at first use; it ends with the process.</summary>
    public static Task<TestBroker> SharedAsync() => Shared.Value;

    /// <summary>Makes a virtual host and returns its address.</summary>
    public async Task<string> NewAddressAsync(CancellationToken cancellationToken = default)
    {
        var name = $"test-{Guid.CreateVersion7():N}";
        using var answer = await management.PutAsync(new Uri($"api/vhosts/{name}", UriKind.Relative), JsonObject(), cancellationToken);
        answer.EnsureSuccessStatusCode();
        return $"{server.ConnectionString}/{name}";
    }

    /// <summary>Drops a virtual host that it made, with its queues: the broker looks after each that it has, used or not.</summary>
    public async Task DropAsync(string address)
    {
        using var answer = await management.DeleteAsync(new Uri($"api/vhosts/{new Uri(address).Segments[^1]}", UriKind.Relative));
        if (answer.StatusCode != HttpStatusCode.NotFound)
        {
            answer.EnsureSuccessStatusCode();
        }
    }

    /// <inheritdoc />
    public void Dispose() => management.Dispose();

    private static async Task<TestBroker> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("platform-broker-");
        var rabbit = RabbitMqServer.Create(new RabbitMqOptions { DataFolder = folder.FullName, Management = true });
        await rabbit.StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            rabbit.KillAsync().GetAwaiter().GetResult();
            folder.Delete(recursive: true);
        };
        var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{rabbit.ManagementPort}/") };
        var user = new Uri(rabbit.ConnectionString).UserInfo;
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user)));
        await Eventually.PassesAsync(
            async () => (await http.GetAsync(new Uri("api/overview", UriKind.Relative))).EnsureSuccessStatusCode(),
            TimeSpan.FromSeconds(60));
        return new TestBroker(rabbit, http);
    }

    private static StringContent JsonObject() => new("{}", Encoding.UTF8, "application/json");
}
