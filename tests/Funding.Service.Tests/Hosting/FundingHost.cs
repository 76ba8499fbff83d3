using System.Collections.Concurrent;
using Funding.Data;
using Funding.Tests.Hosting;
using ServiceDefaults.Data;
using Testing.Broker;
using Testing.Databases;
using Testing.Hosting;
using Xunit;

[assembly: AssemblyFixture(typeof(FundingHosts))]

namespace Funding.Tests.Hosting;

/// <summary>Funding on one database, with broker, publisher and Registry beside it. Tests share it, each in a jurisdiction of its own.</summary>
internal sealed class FundingHost : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly DirectoryInfo keyFolder;

    private FundingHost(TestDatabase database, DirectoryInfo keyFolder, ServiceHost service, Publisher publisher, StandInRegistry registry) =>
        (this.database, this.keyFolder, Service, Publisher, Registry) = (database, keyFolder, service, publisher, registry);

    public ServiceHost Service { get; }

    public string ConnectionString => database.ConnectionString;

    public Publisher Publisher { get; }

    public StandInRegistry Registry { get; }

    public static async Task<FundingHost> StartAsync(DatabaseProvider provider)
    {
        var store = await TestDatabase.CreateAsync(provider);
        var folder = Directory.CreateTempSubdirectory("platform-ledger-");
        var registry = await StandInRegistry.StartAsync();
        var broker = await (await TestBroker.SharedAsync()).NewAddressAsync();
        var service = await ServiceHost.StartAsync<FundingDb>(
            store,
            "funding-db",
            new Dictionary<string, string?>(StringComparer.Ordinal)
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
            });
        return new FundingHost(store, folder, service, await Publisher.StartAsync(broker), registry);
    }

    public async ValueTask DisposeAsync()
    {
        await Publisher.DisposeAsync();
        await Service.DisposeAsync();
        await Registry.DisposeAsync();
        await database.DisposeAsync();
        keyFolder.Delete(recursive: true);
        Service.Logs.ShouldHaveNoError();
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
