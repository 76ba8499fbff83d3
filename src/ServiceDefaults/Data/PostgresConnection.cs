using Npgsql;

namespace ServiceDefaults.Data;

/// <summary>How a service asks PostgreSQL.</summary>
public static class PostgresConnection
{
    private const string WithoutCompiling = "-c jit=off";

    /// <summary>
    /// The connection without compiled queries, unless it says otherwise: a page that is read in two milliseconds took a hundred, because
    /// its plan looked costly enough to be compiled first (measured in <c>bench/</c> with a million institutions).
    /// </summary>
    public static string Of(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        if (string.IsNullOrEmpty(connection.Options))
        {
            connection.Options = WithoutCompiling;
        }

        return connection.ConnectionString;
    }
}
