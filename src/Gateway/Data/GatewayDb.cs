using Gateway.Session;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;

namespace Gateway.Data;

/// <summary>The gateway's own small database: sessions and the keys that protect them, shared by its replicas.</summary>
internal abstract class GatewayDb(DbContextOptions options) : PlatformDbContext(options)
{
    private const int HashLength = 64;

    public DbSet<BrowserSession> Sessions => Set<BrowserSession>();

    public DbSet<SignInRecord> SignIns => Set<SignInRecord>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    protected override SharedTables SharedTables => SharedTables.None;

    protected override void Describe(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BrowserSession>(session =>
        {
            session.HasKey(row => row.Key);
            session.Property(row => row.Key).HasMaxLength(HashLength);
            session.Property(row => row.ProtectedTokens).HasMaxLength(UnboundedText);
            session.HasIndex(row => row.ExpiresAt);
            session.HasIndex(row => row.Subject);
        });
        modelBuilder.Entity<SignInRecord>(record =>
        {
            record.Property(row => row.Id).ValueGeneratedNever();
            record.HasIndex(row => row.At);
        });
        modelBuilder.Entity<ProtectionKey>(key =>
        {
            key.HasKey(row => row.Name);
            key.Property(row => row.Xml).HasMaxLength(UnboundedText);
        });
    }
}

/// <summary>The migration history on SQLite.</summary>
internal sealed class SqliteGatewayDb(DbContextOptions<SqliteGatewayDb> options) : GatewayDb(options);

/// <summary>The migration history on SQL Server.</summary>
internal sealed class SqlServerGatewayDb(DbContextOptions<SqlServerGatewayDb> options) : GatewayDb(options);

/// <summary>The migration history on PostgreSQL.</summary>
internal sealed class PostgresGatewayDb(DbContextOptions<PostgresGatewayDb> options) : GatewayDb(options);
