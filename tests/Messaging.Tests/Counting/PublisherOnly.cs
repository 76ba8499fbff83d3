using Messaging.Operations;
using Messaging.Outbox;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Data;
using ServiceDefaults.Hosting;
using Testing;
using Testing.Databases;
using Testing.Hosting;

namespace Messaging.Tests.Counting;

/// <summary>A service that publishes the counting service's events and reacts to none.</summary>
internal sealed class PublisherOnly : IAsyncDisposable
{
    private readonly ServiceHost host;

    private PublisherOnly(ServiceHost host) => this.host = host;

    public static async Task<PublisherOnly> StartAsync(TestDatabase database, string broker)
    {
        var settings = CountingService.Quick;
        settings["ConnectionStrings:messaging"] = broker;
        return new PublisherOnly(await ServiceHost.StartAsync(
            database,
            "publishing-db",
            builder =>
            {
                builder.AddServiceDefaults("publishing");
                builder.AddDatabase<CountingDb, CountingDbSqlite, CountingDbSqlServer, CountingDbPostgres>("publishing-db");
                builder.AddMessaging<CountingDb>("publishing", messaging => messaging.ContractsFrom(typeof(PublisherOnly).Assembly));
            },
            async app =>
            {
                await using var scope = app.Services.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<CountingDb>().Database.EnsureCreatedAsync();
            },
            settings));
    }

    public Task PublishAsync<TEvent>(string streamKey, TEvent @event)
        where TEvent : class => host.InScopeAsync(async (CountingDb db) =>
    {
        db.Publish(streamKey, @event);
        return await db.SaveChangesAsync();
    });

    public Task BecomesQuietAsync() => Eventually.HoldsAsync(
        async () => (await host.Services.GetRequiredService<Quietness>().LookAsync(CancellationToken.None)).Quiet);

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
