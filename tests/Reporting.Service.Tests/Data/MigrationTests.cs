using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Shouldly;
using Xunit;

namespace Reporting.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public void Every_provider_has_a_migration_for_every_change_of_the_model()
    {
        using var sqlite = new SqliteReportingDb(new DbContextOptionsBuilder<SqliteReportingDb>().UseSqlite("Data Source=none.db").Options);
        using var sqlServer = new SqlServerReportingDb(new DbContextOptionsBuilder<SqlServerReportingDb>().UseSqlServer("Server=none").Options);
        using var postgres = new PostgresReportingDb(new DbContextOptionsBuilder<PostgresReportingDb>().UseNpgsql("Host=none").Options);

        foreach (var db in new DbContext[] { sqlite, sqlServer, postgres })
        {
            db.Database.HasPendingModelChanges().ShouldBeFalse(db.GetType().Name);
        }
    }
}
