using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using ServiceDefaults.Data;

namespace Testing.Databases;

/// <summary>A fresh database on a real provider; dropped when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> drop;

    private TestDatabase(DatabaseProvider provider, string connectionString, Func<Task> drop) =>
        (Provider, ConnectionString, this.drop) = (provider, connectionString, drop);

    /// <summary>The environment variable with a SQL Server to test on.</summary>
    public const string SqlServerVariable = "TEST_SQLSERVER";

    /// <summary>What it runs on.</summary>
    public DatabaseProvider Provider { get; }

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; }

    /// <summary>The SQL Server to test on, where there is one.</summary>
    public static string? SqlServer => Environment.GetEnvironmentVariable(SqlServerVariable) is { Length: > 0 } address ? address : null;

    /// <summary>Makes an empty one.</summary>
    public static Task<TestDatabase> CreateAsync(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => Task.FromResult(OnSqlite()),
        DatabaseProvider.Postgres => OnPostgresAsync(),
        _ => OnSqlServerAsync(),
    };

    /// <summary>Makes another one with the same content; nobody may be using this one.</summary>
    public Task<TestDatabase> CopyAsync() => Provider switch
    {
        DatabaseProvider.Sqlite => Task.FromResult(OnSqlite(CopyTo)),
        DatabaseProvider.Postgres => OnPostgresAsync(new NpgsqlConnectionStringBuilder(ConnectionString).Database),
        _ => throw new NotSupportedException($"A copy of a database on {Provider} is not made: migrate another one."),
    };

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await drop();

    private void CopyTo(string file)
    {
        // What was written lies in the file itself only when the last connection is closed; a pool keeps one.
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        if (File.Exists($"{connection.DataSource}-wal"))
        {
            throw new InvalidOperationException($"{connection.DataSource} is in use.");
        }

        File.Copy(connection.DataSource, file);
    }

    private static TestDatabase OnSqlite(Action<string>? fill = null)
    {
        var folder = Directory.CreateTempSubdirectory("platform-test-");
        var file = Path.Combine(folder.FullName, "test.db");
        fill?.Invoke(file);
        var connectionString = new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString;
        return new TestDatabase(DatabaseProvider.Sqlite, connectionString, () =>
        {
            using var connection = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(connection);
            folder.Delete(recursive: true);
            return Task.CompletedTask;
        });
    }

    private static async Task<TestDatabase> OnPostgresAsync(string? like = null)
    {
        var server = await PostgresServer.SharedAsync();
        var database = await server.CreateDatabaseAsync(like);
        return new TestDatabase(DatabaseProvider.Postgres, server.ConnectionString(database), () => server.DropDatabaseAsync(database));
    }

    private static async Task<TestDatabase> OnSqlServerAsync()
    {
        var server = SqlServer ?? throw new InvalidOperationException($"{SqlServerVariable} holds no connection string.");
        var database = $"test_{Guid.CreateVersion7():N}";
        await OnMasterAsync($"CREATE DATABASE [{database}]");
        var connectionString = new SqlConnectionStringBuilder(server) { InitialCatalog = database }.ConnectionString;
        return new TestDatabase(
            DatabaseProvider.SqlServer,
            connectionString,
            () => OnMasterAsync($"ALTER DATABASE [{database}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{database}]"));
    }

    private static async Task OnMasterAsync(string sql)
    {
        await using var connection = new SqlConnection(SqlServer);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name in it is made above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
