using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Shouldly;
using Xunit;

namespace Registry.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public void No_model_change_waits_for_a_migration_on_any_database()
    {
        using var sqlite = new SqliteRegistryDb(new DbContextOptionsBuilder<SqliteRegistryDb>().UseSqlite("Data Source=:memory:").Options);
        using var sqlServer = new SqlServerRegistryDb(new DbContextOptionsBuilder<SqlServerRegistryDb>().UseSqlServer("Server=.").Options);
        using var postgres = new PostgresRegistryDb(new DbContextOptionsBuilder<PostgresRegistryDb>().UseNpgsql("Host=.").Options);

        foreach (var db in (RegistryDb[])[sqlite, sqlServer, postgres])
        {
            db.Database.GetMigrations().ShouldNotBeEmpty(db.GetType().Name);
            db.Database.HasPendingModelChanges().ShouldBeFalse(db.GetType().Name);
        }
    }
}
