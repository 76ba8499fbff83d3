using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Registry.Data;
using Registry.Tests.Hosting;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using Testing.Databases;
using Testing.Hosting;
using Xunit;

[assembly: AssemblyFixture(typeof(TimedRegistry))]

namespace Registry.Tests.Hosting;

/// <summary>
/// The service on each database at an instant that a test sets, to the second. The tests that share it run one after the other (see
/// <see cref="Collection"/>); it moves in any direction, since each test has bodies and documents of its own.
/// </summary>
public sealed class TimedRegistry : IAsyncDisposable
{
    /// <summary>The collection of the tests that set the time.</summary>
    public const string Collection = "time";

    private readonly ConcurrentDictionary<DatabaseProvider, Lazy<Task<(TestDatabase Database, TimedHost Host)>>> running = new();

    /// <summary>The service on this database at an instant in Shanghai: <c>2026-03-02 09:00:00</c>.</summary>
    internal async Task<TimedHost> OnAsync(DatabaseProvider provider, string instant)
    {
        var host = (await running.GetOrAdd(provider, p => new(() => StartAsync(p))).Value).Host;
        host.Set(instant);
        return host;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var one in running.Values)
        {
            var (database, host) = await one.Value;
            await host.Service.DisposeAsync();
            await database.DisposeAsync();
        }
    }

    private static async Task<(TestDatabase Database, TimedHost Host)> StartAsync(DatabaseProvider provider)
    {
        var (database, time) = (await MigratedDatabase.CreateAsync<RegistryDb>(provider, "registry-db"), new SetTime());
        return (database, new TimedHost(await RunningRegistry.StartOnAsync(database, services => services.AddSingleton<TimeProvider>(time)), time));
    }
}

/// <summary>A service and its time.</summary>
internal sealed record TimedHost(ServiceHost Service, SetTime Time)
{
    /// <summary>The law's day there.</summary>
    public DateOnly Today => BusinessClock.DayOf(Time.GetUtcNow().UtcDateTime);

    /// <summary>Sets an instant in Shanghai: <c>2026-03-02 09:00:00</c>.</summary>
    public void Set(string instant) => Time.Now = new DateTimeOffset(DateTime.ParseExact(instant, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), BusinessClock.Shanghai);
}

/// <summary>A time that stands still where it was set.</summary>
internal sealed class SetTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => Now;
}
