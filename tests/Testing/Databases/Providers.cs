using ServiceDefaults.Data;
using Xunit;

namespace Testing.Databases;

/// <summary>
/// Every provider, for <c>[Theory] [ClassData(typeof(Providers))]</c>: SQLite and PostgreSQL always, SQL Server as a visible
/// skip unless <c>TEST_SQLSERVER</c> names one.
/// </summary>
public sealed class Providers : TheoryData<DatabaseProvider>
{
    /// <summary>Lists them.</summary>
    public Providers()
    {
        Add(DatabaseProvider.Sqlite);
        Add(DatabaseProvider.Postgres);
        Add(new TheoryDataRow<DatabaseProvider>(DatabaseProvider.SqlServer)
        {
            Skip = TestDatabase.SqlServer is null ? $"{TestDatabase.SqlServerVariable} holds no connection string." : null,
        });
    }
}
