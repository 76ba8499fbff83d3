using System.Collections.Concurrent;
using Funding.Data;
using Funding.Tests.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ServiceDefaults.Data;
using Testing;
using Testing.Broker;
using Testing.Databases;
using Testing.Hosting;
using Testing.Identity;
using Xunit;

[assembly: AssemblyFixture(typeof(FundingHosts))]

namespace Funding.Tests.Hosting;

/// <summary>Funding on one database, with broker, publisher and Registry beside it. Tests share it, each in a jurisdiction of its own.</summary>
internal sealed class FundingHost : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly DirectoryInfo keyFolder;
    private readonly Dictionary<string, string?> settings;
    private readonly IInterceptor? watching;
    private Power? power;

    private FundingHost(
        TestDatabase database, DirectoryInfo keyFolder, Dictionary<string, string?> settings, Publisher publisher, StandInRegistry registry, IInterceptor? watching) =>
        (this.database, this.keyFolder, this.settings, Publisher, Registry, this.watching) = (database, keyFolder, settings, publisher, registry, watching);

    public ServiceHost Service { get; private set; } = null!;

    public string ConnectionString => database.ConnectionString;

    public Publisher Publisher { get; }

    public StandInRegistry Registry { get; }

    /// <summary>What the service's life hangs on, where a test ends it.</summary>
    public Power Power => power ?? throw new InvalidOperationException("This host was started without power over it.");

    /// <summary>Starts one; <paramref name="withPower"/> lets a test end it in the middle of its work, <paramref name="watching"/> sees its statements.</summary>
    public static async Task<FundingHost> StartAsync(DatabaseProvider provider, bool withPower = false, IInterceptor? watching = null)
    {
        var store = await MigratedDatabase.CreateAsync<FundingDb>(provider, "funding-db");
        var folder = Directory.CreateTempSubdirectory("platform-ledger-");
        var registry = await StandInRegistry.StartAsync();
        var broker = await (await TestBroker.SharedAsync()).NewAddressAsync();
        var configured = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:messaging"] = broker,
            ["services:registry:http:0"] = registry.Address.AbsoluteUri,
            ["Resilience:Retries"] = "1",
            ["Resilience:FirstPause"] = "00:00:00.010",
            ["Resilience:BreakAfter"] = "1000",

            // So that a year of some bodies is work for the background, in several steps.
            ["Settlements:BodiesAtOnce"] = "4",
            ["Jobs:PollInterval"] = "00:00:00.050",
            ["Clock:StartsOn"] = "2026-03-02T09:00:00+08:00",
            ["Ledger:KeyFile"] = Path.Combine(folder.FullName, "key.pem"),
        };
        if (withPower)
        {
            // The work of a worker that died is taken over soon.
            configured["Jobs:LeaseTerm"] = "00:00:02";
        }

        var host = new FundingHost(store, folder, configured, await Publisher.StartAsync(broker), registry, watching) { power = withPower ? new Power() : null };
        await host.RunAsync();
        return host;
    }

    /// <summary>A client that finds the service wherever it runs now, and waits as long as its turn takes.</summary>
    public HttpClient As(TestUser user)
    {
        var client = new HttpClient(new Following(this)) { BaseAddress = Service.Address, Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Authorization = Service.As(user).DefaultRequestHeaders.Authorization;
        return client;
    }

    /// <summary>Ends the service as a power cut does: it comes to no end of its own.</summary>
    public async Task CrashAsync()
    {
        Power.Cut();

        // A process without power waits for nothing; first the broker misses it, then what hangs in it ends.
        Service.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout = TimeSpan.FromMilliseconds(100);
        await AbandonAsync();
        Power.End();
        await Eventually.HoldsAsync(() => Power.IsQuiet);
        await AbandonAsync();

        async Task AbandonAsync()
        {
            try
            {
                await Service.DisposeAsync();
            }
            catch (OperationCanceledException)
            {
                // It did not stop in order.
            }
        }
    }

    /// <summary>Starts it again, on what its database holds.</summary>
    public Task StartAgainAsync()
    {
        power = new Power();
        return RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Publisher.DisposeAsync();
        await Service.DisposeAsync();
        await Registry.DisposeAsync();
        await (await TestBroker.SharedAsync()).DropAsync(settings["ConnectionStrings:messaging"]!);
        await database.DisposeAsync();
        keyFolder.Delete(recursive: true);
        Service.Logs.ShouldHaveNoError();
    }

    private async Task RunAsync() => Service = await ServiceHost.StartAsync<FundingDb>(database, "funding-db", settings, services =>
    {
        if (watching is not null)
        {
            services.AddSingleton(watching);
        }

        if (power is { } its)
        {
            services.AddHttpContextAccessor().AddSingleton<IInterceptor>(its);
        }
    });

    private sealed class Following(FundingHost host) : HttpClientHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(host.Service.Address, request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}

/// <summary>One host for each database, started at first use; at the end none of them may have logged an error.</summary>
public class FundingHosts : IAsyncDisposable
{
    private readonly ConcurrentDictionary<DatabaseProvider, Lazy<Task<FundingHost>>> hosts = new();

    internal Task<FundingHost> OnAsync(DatabaseProvider provider) =>
        hosts.GetOrAdd(provider, p => new Lazy<Task<FundingHost>>(() => FundingHost.StartAsync(p))).Value;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var host in hosts.Values)
        {
            await (await host.Value).DisposeAsync();
        }
    }
}

/// <summary>Hosts whose clock the tests of one class move; what others do on theirs stands still.</summary>
public sealed class MovingClockHosts : FundingHosts;
