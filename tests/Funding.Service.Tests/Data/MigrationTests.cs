using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Funding.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public void Every_databases_migrations_make_the_model()
    {
        using var sqlite = new SqliteFundingDb(new DbContextOptionsBuilder<SqliteFundingDb>().UseSqlite("Data Source=none").Options);
        using var sqlServer = new SqlServerFundingDb(new DbContextOptionsBuilder<SqlServerFundingDb>().UseSqlServer("Server=none").Options);
        using var postgres = new PostgresFundingDb(new DbContextOptionsBuilder<PostgresFundingDb>().UseNpgsql("Host=none").Options);

        foreach (var db in (FundingDb[])[sqlite, sqlServer, postgres])
        {
            db.Database.HasPendingModelChanges().ShouldBeFalse(db.GetType().Name);
            db.Database.GetMigrations().ShouldNotBeEmpty();
        }
    }
}
