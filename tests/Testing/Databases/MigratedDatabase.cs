using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Npgsql;
using ServiceDefaults.Data;
using Testing.Identity;

namespace Testing.Databases;

/// <summary>Databases as a service's own <c>--migrate</c> leaves them: it runs once in a test process for each provider, and each test takes a copy.</summary>
public static class MigratedDatabase
{
    private static readonly ConcurrentDictionary<(MethodInfo Program, DatabaseProvider Provider), Lazy<Task<TestDatabase>>> Templates = new();

    /// <summary>Makes one for the program that <typeparamref name="TEntry"/>, any type of it, belongs to.</summary>
    /// <param name="provider">What it runs on.</param>
    /// <param name="connectionName">The name of its connection string: <c>funding-db</c>.</param>
    public static async Task<TestDatabase> CreateAsync<TEntry>(DatabaseProvider provider, string connectionName)
    {
        if (provider == DatabaseProvider.SqlServer)
        {
            // It is not copied; the service finds it empty and migrates it as it starts.
            return await TestDatabase.CreateAsync(provider);
        }

        var program = typeof(TEntry).Assembly.EntryPoint ?? throw new InvalidOperationException($"{typeof(TEntry).Assembly} is not a program.");
        var template = Templates.GetOrAdd((program, provider), key => new(() => MigrateAsync(key.Program, key.Provider, connectionName)));
        return await (await template.Value).CopyAsync();
    }

    private static async Task<TestDatabase> MigrateAsync(MethodInfo program, DatabaseProvider provider, string connectionName)
    {
        var database = await TestDatabase.CreateAsync(provider);
        if (provider == DatabaseProvider.Sqlite)
        {
            // PostgreSQL's ends with its server.
            AppDomain.CurrentDomain.ProcessExit += (_, _) => database.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        var settings = new Dictionary<string, string?>((await TestIssuer.SharedAsync()).Settings, StringComparer.Ordinal)
        {
            ["environment"] = "Development",
            ["contentRoot"] = AppContext.BaseDirectory,
            ["Database:Provider"] = $"{provider}",
            [$"ConnectionStrings:{connectionName}"] = database.ConnectionString,

            // Migrating asks none of them.
            ["ConnectionStrings:messaging"] = "amqp://127.0.0.1:9",
            ["services:registry:http:0"] = "http://127.0.0.1:9",
            ["services:funding:http:0"] = "http://127.0.0.1:9",
        };
        string[] arguments = [.. settings.Select(setting => $"--{setting.Key}={setting.Value}"), "--migrate"];
        await Task.Run(() => program.Invoke(null, [arguments]));
        await RequireMigratedAsync(database);
        NpgsqlConnection.ClearAllPools();
        return database;
    }

    // A program that cannot do it only says so on the error output; here the missing table is the error.
    private static async Task RequireMigratedAsync(TestDatabase database)
    {
        await using DbConnection connection = database.Provider == DatabaseProvider.Sqlite
            ? new SqliteConnection(database.ConnectionString)
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM \"__EFMigrationsHistory\"";
        await command.ExecuteScalarAsync();
    }
}
