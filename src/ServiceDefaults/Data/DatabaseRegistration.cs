using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Health;
using ServiceDefaults.Hosting;

namespace ServiceDefaults.Data;

/// <summary>Adds a service's database on the provider that configuration names.</summary>
public static class DatabaseRegistration
{
    /// <summary>
    /// Registers <typeparamref name="TContext"/>. Each provider has a derived context of its own, because a context type owns
    /// one migration history. The connection string is <c>ConnectionStrings:{connectionName}</c>. Interceptors that are
    /// registered as <see cref="IInterceptor"/> take part.
    /// </summary>
    /// <exception cref="StartupException">The provider or the connection string is missing or wrong.</exception>
    public static IHostApplicationBuilder AddDatabase<TContext, TSqlite, TSqlServer, TPostgres>(
        this IHostApplicationBuilder builder, string connectionName, Plans plans = Plans.Kept)
        where TContext : PlatformDbContext
        where TSqlite : TContext
        where TSqlServer : TContext
        where TPostgres : TContext
    {
        var provider = ProviderOf(builder);
        var connectionString = builder.Configuration.GetConnectionString(connectionName)
            ?? throw new StartupException($"ConnectionStrings:{connectionName} is not configured. Set ConnectionStrings__{connectionName}.");

        _ = provider switch
        {
            DatabaseProvider.Sqlite => builder.Services.AddDbContextPool<TContext, TSqlite>((services, options) =>
                options.UseSqlite(connectionString).AddInterceptors(new SqlitePragmas()).UsePlatformRules(services)),
            DatabaseProvider.SqlServer => builder.Services.AddDbContextPool<TContext, TSqlServer>((services, options) =>
                options.UseSqlServer(connectionString).UsePlatformRules(services)),
            _ => builder.Services.AddDbContextPool<TContext, TPostgres>((services, options) =>
                options.UseNpgsql(PostgresConnection.Of(connectionString, plans)).UsePlatformRules(services)),
        };
        builder.Services.AddScoped<PlatformDbContext>(services => services.GetRequiredService<TContext>());
        builder.Services.AddHealthChecks().AddDbContextCheck<TContext>("database", tags: [HealthEndpoints.Ready]);
        return builder;
    }

    private static DatabaseProvider ProviderOf(IHostApplicationBuilder builder)
    {
        var name = builder.Configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) || !Enum.IsDefined(provider))
        {
            throw new StartupException($"Database:Provider '{name}' is not one of Sqlite, SqlServer, Postgres.");
        }

        return provider == DatabaseProvider.Sqlite && builder.Environment.IsProduction()
            ? throw new StartupException("Production needs a database server: set Database__Provider to SqlServer or Postgres, and its connection string.")
            : provider;
    }

    private static void UsePlatformRules(this DbContextOptionsBuilder options, IServiceProvider services) => options
        .AddInterceptors(services.GetServices<IInterceptor>())
        // A refused insert is often expected (a key that is there already), and so is a commit that a stop interrupts. Whoever cannot handle it logs
        // it, once and as an error.
        .ConfigureWarnings(warnings => warnings.Log(
            (RelationalEventId.CommandError, LogLevel.Debug),
            (CoreEventId.SaveChangesFailed, LogLevel.Debug),
            (RelationalEventId.TransactionError, LogLevel.Debug),
            (RelationalEventId.ConnectionError, LogLevel.Debug)));
}
