using MassTransit;
using Messaging.Operations;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Hosting;
using Testing;
using Testing.Databases;
using Testing.Hosting;

namespace Messaging.Tests.Counting;

/// <summary>A small service on a real database and a real broker: accounts, amounts, and what it publishes of them.</summary>
internal sealed class CountingService : IAsyncDisposable
{
    public const string Name = "counting";
    public const string AmountQueue = $"{Name}.test.amount-counted";

    private CountingService(ServiceHost host, Disturbance disturbance) => (Host, Disturbance) = (host, disturbance);

    public ServiceHost Host { get; }

    public Disturbance Disturbance { get; }

    /// <summary>Limits that make a test's faults and alarms come within its time.</summary>
    public static Dictionary<string, string?> Quick => new(StringComparer.Ordinal)
    {
        ["Messaging:PollInterval"] = "00:00:00.200",
        ["Messaging:LeaseTerm"] = "00:00:06",
        ["Messaging:PublishTimeout"] = "00:00:02",
        ["Messaging:FirstBackOff"] = "00:00:00.050",
        ["Messaging:MaxAttempts"] = "3",
        ["Messaging:BrokerAwayPause"] = "00:00:00.300",
        ["Messaging:RetryCount"] = "2",
        ["Messaging:RetryFirstPause"] = "00:00:00.050",
        ["Messaging:RetryLongestPause"] = "00:00:00.100",
        ["Messaging:MonitorInterval"] = "00:00:00.200",
    };

    public static async Task<CountingService> StartAsync(
        TestDatabase database, string broker, Dictionary<string, string?>? settings = null, params IInterceptor[] interceptors)
    {
        var all = Quick;
        all["ConnectionStrings:messaging"] = broker;
        foreach (var (name, value) in settings ?? [])
        {
            all[name] = value;
        }

        var disturbance = new Disturbance();
        var host = await ServiceHost.StartAsync(
            database,
            "counting-db",
            builder =>
            {
                builder.AddServiceDefaults(Name);
                builder.AddDatabase<CountingDb, CountingDbSqlite, CountingDbSqlServer, CountingDbPostgres>("counting-db");
                builder.AddMessaging<CountingDb>(Name, messaging => messaging
                    .ContractsFrom(typeof(CountingService).Assembly)
                    .On<AccountOpened, OnAccountOpened>()
                    .On<AmountCounted, OnAmountCounted>()
                    .On<AmountConfirmed, OnAmountConfirmed>()
                    .On<AccountRenamed, OnAccountRenamed>());
                builder.Services.AddSingleton(disturbance);
                foreach (var interceptor in interceptors)
                {
                    builder.Services.AddSingleton(interceptor);
                }
            },
            async app =>
            {
                app.MapServiceDefaults();
                app.MapMessagingOperations();
                await using var scope = app.Services.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<CountingDb>().Database.EnsureCreatedAsync();
            },
            all);

        // A bus that is stopped while it is still connecting goes on in a process that lives.
        await host.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(30));
        return new CountingService(host, disturbance);
    }

    public Task<T> ReadAsync<T>(Func<CountingDb, Task<T>> read) => Host.InScopeAsync(read);

    public Task WriteAsync(Action<CountingDb> write) => Host.InScopeAsync((CountingDb db) => db.WriteAsync(
        _ =>
        {
            write(db);
            return Task.FromResult(true);
        },
        CancellationToken.None));

    /// <summary>Opens an account, without an event.</summary>
    public async Task<Guid> OpenAccountAsync()
    {
        var id = Guid.CreateVersion7();
        await WriteAsync(db => db.Add(new Account { Id = id }));
        return id;
    }

    public Task CountAsync(Guid accountId, long amountFen) => WriteAsync(db =>
        db.Publish($"account/{accountId}", new AmountCounted { AccountId = accountId, AmountFen = amountFen }));

    public Task<List<long>> EffectsAsync(Guid? accountId = null) => ReadAsync(db => db.Effects
        .Where(effect => accountId == null || effect.AccountId == accountId)
        .OrderBy(effect => effect.AmountFen).Select(effect => effect.AmountFen).ToListAsync());

    /// <summary>Waits until nothing is on its way.</summary>
    public Task BecomesQuietAsync(TimeSpan? deadline = null) => Eventually.HoldsAsync(
        async () => (await Host.Services.GetRequiredService<Quietness>().LookAsync(CancellationToken.None)).Quiet,
        deadline ?? TimeSpan.FromSeconds(60));

    /// <summary>What a move of the business clock waits for.</summary>
    public Task<int> SettleAsync() => Host.Services.GetRequiredService<IAfterClockMove>().SettleAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
