using Npgsql;

namespace ServiceDefaults.Data;

/// <summary>How a service asks PostgreSQL.</summary>
public static class PostgresConnection
{
    private const string Plans = "-c jit=off -c plan_cache_mode=force_custom_plan";
    private const int Prepared = 200;
    private const int SecondsToWait = 60;

    /// <summary>
    /// The connection with statements that are read once and planned each time for what is asked, and without compiled queries, unless it
    /// says otherwise. A page that is read in two milliseconds took a hundred, because its plan looked costly enough to be compiled first;
    /// an approval spent a third of its time on reading statements that it had sent before; and a plan that does not know what is asked
    /// reads a million names where three would do (measured in <c>bench/</c>). And with time to wait for its turn: when 500 persons press
    /// the same button, the last of them waits, as behind SQLite's one writer, and does not fail.
    /// </summary>
    public static string Of(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        if (string.IsNullOrEmpty(connection.Options))
        {
            (connection.Options, connection.MaxAutoPrepare) = (Plans, Prepared);
        }

        if (!connection.ShouldSerialize(nameof(connection.Timeout)))
        {
            connection.Timeout = SecondsToWait;
        }

        return connection.ConnectionString;
    }
}
