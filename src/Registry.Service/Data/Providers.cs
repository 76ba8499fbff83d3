using Microsoft.EntityFrameworkCore;

namespace Registry.Data;

/// <summary>Registry on SQLite, with its migration history.</summary>
internal sealed class SqliteRegistryDb(DbContextOptions<SqliteRegistryDb> options) : RegistryDb(options);

/// <summary>Registry on SQL Server, with its migration history.</summary>
internal sealed class SqlServerRegistryDb(DbContextOptions<SqlServerRegistryDb> options) : RegistryDb(options);

/// <summary>Registry on PostgreSQL, with its migration history.</summary>
internal sealed class PostgresRegistryDb(DbContextOptions<PostgresRegistryDb> options) : RegistryDb(options);
