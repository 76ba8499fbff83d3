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

    /// <summary>Whether a unique key or index said no.</summary>
    public static bool IsUniqueViolation(this Exception exception) => exception switch
    {
        SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        SqlException { Number: SqlServerUniqueIndex or SqlServerUniqueConstraint } => true,
        _ => exception.InnerException?.IsUniqueViolation() ?? false,
    };
}
