using System.Data.Common;
using Contracts.Registry;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Policies;
using ServiceDefaults.Data;
using ServiceDefaults.Hosting;
using Shouldly;
using Testing.Databases;
using Testing.Hosting;

namespace Packs.Tests;

/// <summary>One of the processes of a small service that receives packs, on a database that it shares with the others.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private readonly ServiceHost service;
    private readonly PackReads packReads;

    private Replica(ServiceHost host, PackReads reads) => (service, packReads) = (host, reads);

    /// <summary>How often packs were read from the database.</summary>
    public int Reads => packReads.Count;

    public static async Task<Replica> StartAsync(TestDatabase database)
    {
        var reads = new PackReads();
        var host = await ServiceHost.StartAsync(
            database,
            "packs-db",
            builder =>
            {
                builder.AddServiceDefaults("packs");
                builder.AddDatabase<PacksDb, SqlitePacksDb, SqlServerPacksDb, PostgresPacksDb>("packs-db");
                builder.AddPacks();
                builder.Services.AddScoped<IOn<PolicyPublished>, OnPolicyPublished>().AddScoped<IOn<CalendarPublished>, OnCalendarPublished>();
                builder.Services.AddSingleton<IInterceptor>(reads);
            },
            async app =>
            {
                await using var scope = app.Services.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<PacksDb>().Database.EnsureCreatedAsync();
            });
        return new Replica(host, reads);
    }

    /// <summary>Applies an event as the inbox does, in a write of its own.</summary>
    public async Task ReceiveAsync<TEvent>(TEvent message) where TEvent : class
    {
        await using var scope = service.Services.CreateAsyncScope();
        var reaction = scope.ServiceProvider.GetRequiredService<IOn<TEvent>>();
        var applied = await scope.ServiceProvider.GetRequiredService<PlatformDbContext>()
            .WriteAsync(ct => reaction.ApplyAsync(message, ct), CancellationToken.None);
        applied.ShouldBe(Applied.Done);
    }

    /// <summary>Asks the shelf in a scope of its own, as a request does.</summary>
    public Task<T> AskAsync<T>(Func<PackShelf, Task<T>> ask) => service.InScopeAsync(ask);

    public Task<PolicyPack> RulingAsync(string programme, DateOnly day) => AskAsync(packs => packs.RulingAsync(programme, day, CancellationToken.None));

    public Task<T> ReadAsync<T>(Func<PacksDb, Task<T>> read) => service.InScopeAsync(read);

    public ValueTask DisposeAsync() => service.DisposeAsync();

    private sealed class PackReads : DbCommandInterceptor
    {
        private int count;

        public int Count => Volatile.Read(ref count);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("FROM \"PolicyVersion\"", StringComparison.Ordinal)
                || command.CommandText.Contains("FROM [PolicyVersion]", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref count);
            }

            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}

internal abstract class PacksDb(DbContextOptions options) : PlatformDbContext(options)
{
    protected override void Describe(ModelBuilder modelBuilder) => modelBuilder.AddPacks();
}

internal sealed class SqlitePacksDb(DbContextOptions<SqlitePacksDb> options) : PacksDb(options);

internal sealed class SqlServerPacksDb(DbContextOptions<SqlServerPacksDb> options) : PacksDb(options);

internal sealed class PostgresPacksDb(DbContextOptions<PostgresPacksDb> options) : PacksDb(options);
