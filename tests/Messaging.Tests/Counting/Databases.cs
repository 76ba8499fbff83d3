using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;
using Testing.Databases;

namespace Messaging.Tests.Counting;

/// <summary>The counting service's database without the service.</summary>
internal static class Databases
{
    public static async Task<CountingDb> OpenAsync(TestDatabase database)
    {
        var db = Connect(database);
        await db.Database.EnsureCreatedAsync();
        return db;
    }

    public static CountingDb Connect(TestDatabase database) => database.Provider switch
    {
        DatabaseProvider.Sqlite => new CountingDbSqlite(new DbContextOptionsBuilder<CountingDbSqlite>().UseSqlite(database.ConnectionString).Options),
        DatabaseProvider.Postgres => new CountingDbPostgres(new DbContextOptionsBuilder<CountingDbPostgres>().UseNpgsql(database.ConnectionString).Options),
        _ => new CountingDbSqlServer(new DbContextOptionsBuilder<CountingDbSqlServer>().UseSqlServer(database.ConnectionString).Options),
    };
}
