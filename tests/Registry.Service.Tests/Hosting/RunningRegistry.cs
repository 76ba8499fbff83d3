using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Registry.Data;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Testing.Databases;
using Testing.Hosting;
using Xunit;

[assembly: AssemblyFixture(typeof(RunningRegistry))]

namespace Registry.Tests.Hosting;

/// <summary>The service on each database, started at first use and shared by all tests: each test has bodies and documents of its own.</summary>
public sealed class RunningRegistry : IAsyncDisposable
{
    private readonly ConcurrentDictionary<DatabaseProvider, Lazy<Task<(TestDatabase Database, ServiceHost Host)>>> running = new();

    /// <summary>The service on this database.</summary>
    public async Task<ServiceHost> OnAsync(DatabaseProvider provider) =>
        (await running.GetOrAdd(provider, p => new(() => StartAsync(p))).Value).Host;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var one in running.Values)
        {
            var (database, host) = await one.Value;
            await host.DisposeAsync();
            await database.DisposeAsync();
        }
    }

    /// <summary>A service of a test's own, with packs of its own where it names their folder.</summary>
    internal static Task<ServiceHost> StartOnAsync(TestDatabase database, Action<IServiceCollection>? services = null, string? policies = null) =>
        ServiceHost.StartAsync<RegistryDb>(
            database,
            "registry-db",
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Policies:Folder"] = policies ?? Repository.PoliciesFolder },
            services);

    private static async Task<(TestDatabase Database, ServiceHost Host)> StartAsync(DatabaseProvider provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        return (database, await StartOnAsync(database));
    }
}
