using Microsoft.EntityFrameworkCore;

namespace Funding.Data;

/// <summary>Funding on SQLite, with its migration history.</summary>
internal sealed class SqliteFundingDb(DbContextOptions<SqliteFundingDb> options) : FundingDb(options);

/// <summary>Funding on SQL Server, with its migration history.</summary>
internal sealed class SqlServerFundingDb(DbContextOptions<SqlServerFundingDb> options) : FundingDb(options);

/// <summary>Funding on PostgreSQL, with its migration history.</summary>
internal sealed class PostgresFundingDb(DbContextOptions<PostgresFundingDb> options) : FundingDb(options);
