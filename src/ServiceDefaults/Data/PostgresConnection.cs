using Npgsql;

namespace ServiceDefaults.Data;

/// <summary>When PostgreSQL plans a statement that it has prepared.</summary>
public enum Plans
{
    /// <summary>As the database finds best: a statement that always does the same is planned once.</summary>
    Kept,

    /// <summary>
    /// Each time, for what is asked: where one search reads three names and the next a million, a plan that does not know which reads
    /// them all (measured in <c>bench/</c>).
    /// </summary>
    EachTime,
}

/// <summary>How a service asks PostgreSQL.</summary>
public static class PostgresConnection
{
    private const string WithoutCompiling = "-c jit=off";
    private const int Prepared = 200;
    private const int SecondsToWait = 60;

    /// <summary>
    /// The connection with statements that are read once, and without compiled queries, unless it says otherwise. A page that is read in
    /// two milliseconds took a hundred, because its plan looked costly enough to be compiled first; and an approval spent a third of its
    /// time on reading statements that it had sent before. And with time to wait for its turn: when 500 persons press the same button,
    /// the last of them waits, as behind SQLite's one writer, and does not fail.
    /// </summary>
    public static string Of(string connectionString, Plans plans = Plans.Kept)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        if (string.IsNullOrEmpty(connection.Options))
        {
            connection.MaxAutoPrepare = Prepared;
            connection.Options = plans == Plans.EachTime ? $"{WithoutCompiling} -c plan_cache_mode=force_custom_plan" : WithoutCompiling;
        }

        if (!connection.ShouldSerialize(nameof(connection.Timeout)))
        {
            connection.Timeout = SecondsToWait;
        }

        return connection.ConnectionString;
    }
}
