using Gateway.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;
using Testing.Databases;

namespace Gateway.Tests.Data;

public sealed class MigrationTests
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Every_provider_takes_the_migrations_and_they_say_what_the_model_says(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = Context(provider, database.ConnectionString);

        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);

        db.Database.HasPendingModelChanges().ShouldBeFalse();
        (await db.Sessions.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public void SQL_Servers_migrations_say_what_the_model_says()
    {
        using var db = Context(DatabaseProvider.SqlServer, "Server=none");

        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    private static GatewayDb Context(DatabaseProvider provider, string address) => provider switch
    {
        DatabaseProvider.Sqlite => new SqliteGatewayDb(new DbContextOptionsBuilder<SqliteGatewayDb>().UseSqlite(address).Options),
        DatabaseProvider.Postgres => new PostgresGatewayDb(new DbContextOptionsBuilder<PostgresGatewayDb>().UseNpgsql(address).Options),
        _ => new SqlServerGatewayDb(new DbContextOptionsBuilder<SqlServerGatewayDb>().UseSqlServer(address).Options),
    };
}
