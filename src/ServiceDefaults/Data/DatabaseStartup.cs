using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceDefaults.Hosting;

namespace ServiceDefaults.Data;

/// <summary>Brings the database to the model's state before a service serves, or says clearly why that cannot be.</summary>
public static class DatabaseStartup
{
    /// <summary>Applies the migrations that the database lacks; an absent database is created, an empty one accepted.</summary>
    /// <exception cref="StartupException">The folder is gone, or the server does not answer.</exception>
    public static Task MigrateAsync(this IHost host, CancellationToken cancellationToken = default) =>
        WithDatabaseAsync(host, async (db, ct) =>
        {
            // Only when something is missing: the lock that migrating takes outlives a killed process on SQLite.
            if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
            {
                await db.Database.MigrateAsync(ct);
            }
        }, cancellationToken);

    /// <summary>Checks that no migration is missing.</summary>
    /// <exception cref="StartupException">One is, or the database cannot be reached.</exception>
    public static Task RequireMigratedAsync(this IHost host, CancellationToken cancellationToken = default) =>
        WithDatabaseAsync(host, async (db, ct) =>
        {
            if ((await db.Database.GetPendingMigrationsAsync(ct)).FirstOrDefault() is { } missing)
            {
                throw new StartupException($"The database lacks the migration {missing} and later ones. Run this program once with --migrate.");
            }
        }, cancellationToken);

    private static async Task WithDatabaseAsync(
        IHost host, Func<PlatformDbContext, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        await using var scope = host.Services.CreateAsyncScope();
        if (scope.ServiceProvider.GetService<PlatformDbContext>() is not { } db)
        {
            return;
        }

        RequireFolder(db);
        try
        {
            await work(db, cancellationToken);
        }
        catch (Exception e) when (e is DbException or SocketException or TimeoutException || e.InnerException is DbException or SocketException)
        {
            throw new StartupException($"The database {Where(db)} cannot be used: {(e.InnerException ?? e).Message}", e);
        }
    }

    private static void RequireFolder(PlatformDbContext db)
    {
        if (!db.Database.IsSqlite())
        {
            return;
        }

        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        var folder = Path.GetDirectoryName(Path.GetFullPath(file));
        if (file != ":memory:" && !Directory.Exists(folder))
        {
            throw new StartupException(
                $"The folder {folder} of the database {Path.GetFileName(file)} is not there. Restore it from a backup, or create it to begin empty.");
        }
    }

    // Never the whole connection string: it holds a password.
    private static string Where(PlatformDbContext db)
    {
        var connection = db.Database.GetDbConnection();
        return db.Database.IsSqlite() ? connection.DataSource : $"{connection.Database} at {connection.DataSource}";
    }
}
