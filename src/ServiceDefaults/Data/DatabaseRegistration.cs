using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ServiceDefaults.Data;

/// <summary>Adds a service's database on the provider that configuration names.</summary>
public static class DatabaseRegistration
{
    /// <summary>
    /// Registers <typeparamref name="TContext"/>. Each provider has a derived context of its own, because a context type owns
    /// one migration history. The connection string is <c>ConnectionStrings:{connectionName}</c>.
    /// </summary>
    public static IHostApplicationBuilder AddDatabase<TContext, TSqlite, TSqlServer, TPostgres>(
        this IHostApplicationBuilder builder, string connectionName)
        where TContext : PlatformDbContext
        where TSqlite : TContext
        where TSqlServer : TContext
        where TPostgres : TContext
    {
        var provider = builder.Configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite);
        var connectionString = builder.Configuration.GetConnectionString(connectionName)
            ?? throw new InvalidOperationException($"ConnectionStrings:{connectionName} is not configured.");

        _ = provider switch
        {
            DatabaseProvider.Sqlite => builder.Services.AddDbContextPool<TContext, TSqlite>(o => o.UseSqlite(connectionString)),
            DatabaseProvider.SqlServer => builder.Services.AddDbContextPool<TContext, TSqlServer>(o => o.UseSqlServer(connectionString)),
            DatabaseProvider.Postgres => builder.Services.AddDbContextPool<TContext, TPostgres>(o => o.UseNpgsql(connectionString)),
            _ => throw new InvalidOperationException($"Database:Provider '{provider}' is not one of Sqlite, SqlServer, Postgres."),
        };
        builder.Services.AddScoped<PlatformDbContext>(services => services.GetRequiredService<TContext>());
        return builder;
    }
}
