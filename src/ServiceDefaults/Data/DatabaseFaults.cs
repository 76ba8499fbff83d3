using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ServiceDefaults.Data;

/// <summary>Recognises a database's complaints on every provider.</summary>
public static class DatabaseFaults
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;
    private const int SqlServerUniqueIndex = 2601;
    private const int SqlServerUniqueConstraint = 2627;
    private const int SqlServerDeadlockVictim = 1205;

    /// <summary>Whether a unique key or index said no.</summary>
    public static bool IsUniqueViolation(this Exception exception) => exception switch
    {
        SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        SqlException { Number: SqlServerUniqueIndex or SqlServerUniqueConstraint } => true,
        _ => exception.InnerException?.IsUniqueViolation() ?? false,
    };

    /// <summary>Whether the database ended this write because two waited for each other: nothing was done, and a repetition may succeed.</summary>
    public static bool IsDeadlock(this Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure } => true,
        SqlException { Number: SqlServerDeadlockVictim } => true,
        _ => exception.InnerException?.IsDeadlock() ?? false,
    };
}
