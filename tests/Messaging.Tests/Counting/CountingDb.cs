using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;

namespace Messaging.Tests.Counting;

public sealed class Account
{
    public required Guid Id { get; init; }

    public long ConfirmedFen { get; set; }

    public long TitleVersion { get; set; }

    public string Title { get; set; } = "";
}

/// <summary>One row for each time an event took effect, so that "once" can be counted.</summary>
public sealed class Effect
{
    public long Id { get; set; }

    public required Guid AccountId { get; init; }

    public required long AmountFen { get; init; }

    public string? TraceId { get; init; }
}

public abstract class CountingDb(DbContextOptions options) : PlatformDbContext(options)
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Effect> Effects => Set<Effect>();

    protected override void Describe(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.Entity<Account>().Property(account => account.Id).ValueGeneratedNever();
        modelBuilder.Entity<Effect>();
    }
}

public sealed class CountingDbSqlite(DbContextOptions<CountingDbSqlite> options) : CountingDb(options);

public sealed class CountingDbSqlServer(DbContextOptions<CountingDbSqlServer> options) : CountingDb(options);

public sealed class CountingDbPostgres(DbContextOptions<CountingDbPostgres> options) : CountingDb(options);
