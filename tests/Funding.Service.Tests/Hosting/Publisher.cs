using Messaging;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Data;
using Testing.Databases;
using Testing.Hosting;

namespace Funding.Tests.Hosting;

/// <summary>Publishes Registry's and Reporting's events through a real outbox and broker, from a small service of its own.</summary>
internal sealed class Publisher : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceHost host;

    private Publisher(TestDatabase database, ServiceHost host) => (this.database, this.host) = (database, host);

    public static async Task<Publisher> StartAsync(string broker)
    {
        var store = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var sender = await ServiceHost.StartAsync(
            store,
            "publisher-db",
            builder =>
            {
                builder.AddDatabase<PublisherDb, PublisherDb, PublisherDb, PublisherDb>("publisher-db");
                builder.AddMessaging<PublisherDb>("publisher", _ => { });
                builder.Services.AddSingleton(TimeProvider.System);
            },
            async app =>
            {
                await using var scope = app.Services.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<PublisherDb>().Database.EnsureCreatedAsync();
            },
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings:messaging"] = broker });
        return new Publisher(store, sender);
    }

    /// <summary>Publishes events, one transaction for all.</summary>
    public async Task PublishAsync<TEvent>(params IEnumerable<TEvent> events) where TEvent : class
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PublisherDb>();
        await db.WriteAsync(
            _ =>
            {
                foreach (var published in events)
                {
                    db.Publish($"test/{Guid.CreateVersion7()}", published);
                }

                return Task.CompletedTask;
            },
            CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await database.DisposeAsync();
    }

    private sealed class PublisherDb(DbContextOptions<PublisherDb> options) : PlatformDbContext(options)
    {
        protected override SharedTables SharedTables => SharedTables.None;

        protected override void Describe(ModelBuilder modelBuilder) => modelBuilder.AddMessaging();
    }
}
