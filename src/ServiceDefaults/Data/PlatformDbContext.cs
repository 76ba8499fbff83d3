using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ServiceDefaults.Data;

/// <summary>
/// The base of every service's DbContext: one model for three databases, and one way to write, <see cref="WriteAsync{T}"/>.
/// </summary>
public abstract class PlatformDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Longest text of a column that names no length of its own; short enough to be indexed on every database.</summary>
    public const int DefaultTextLength = 400;

    /// <summary>For <c>HasMaxLength</c>: text without a bound (a document, a pack, a calculation sheet).</summary>
    public const int UnboundedText = -1;

    private static readonly Refusal Overtaken = new(
        RefusalKind.Stale,
        "stale",
        "version",
        "他人刚刚办理了同一事项，本次操作未生效，请刷新后核对。",
        "Somebody else did the same at the same moment; nothing was done. Reload and look.");

    private bool refusedInside;

    /// <summary>Whether something inside the running write refused it, so that it rolls back at its end.</summary>
    public bool WriteIsRefused => refusedInside;

    /// <summary>
    /// Runs <paramref name="work"/> in a write transaction, saves and commits. Inside another write it joins that one.
    /// An <see cref="IOutcome"/> with a refusal, or an exception, rolls everything back.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
        {
            return await JoinAsync(work, cancellationToken);
        }

        using var turn = await EnterGateAsync(cancellationToken);
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        refusedInside = false;
        try
        {
            var result = await JoinAsync(work, cancellationToken);
            if (!refusedInside)
            {
                await transaction.CommitAsync(cancellationToken);
                return result;
            }

            await transaction.RollbackAsync(CancellationToken.None);
            ChangeTracker.Clear();
            return result;
        }
        catch
        {
            ChangeTracker.Clear();
            throw;
        }
    }

    /// <inheritdoc cref="WriteAsync{T}" />
    public Task WriteAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(
            async ct =>
            {
                await work(ct);
                return true;
            },
            cancellationToken);

    /// <summary>As <see cref="WriteAsync{T}"/>; where two persons contest a unique key at the same moment, the later one is refused.</summary>
    public async Task<Outcome<T>> WriteUniqueAsync<T>(Func<CancellationToken, Task<Outcome<T>>> work, CancellationToken cancellationToken)
        where T : notnull
    {
        try
        {
            return await WriteAsync(work, cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            return Overtaken;
        }
    }

    /// <summary>
    /// Saves what the running write ends with: whatever goes wrong ends it, so that the database need not keep a point to come back to,
    /// which is two statements more, while others wait for the rows.
    /// </summary>
    public async Task SaveLastAsync(CancellationToken cancellationToken)
    {
        Database.AutoSavepointsEnabled = false;
        try
        {
            await SaveChangesAsync(cancellationToken);
        }
        finally
        {
            Database.AutoSavepointsEnabled = true;
        }
    }

    /// <summary>Makes the running write roll back at its end, whatever it returns.</summary>
    public void RefuseWrite() => refusedInside = true;

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Changes are looked for once: the versions are set by way of their entries, which notes them.
        CountVersionsUp();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            using var turn = Database.CurrentTransaction is null && ChangeTracker.HasChanges() ? await EnterGateAsync(cancellationToken) : null;
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<string>().HaveMaxLength(DefaultTextLength);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    /// <summary>The cross-cutting tables in this database; all, unless a context needs fewer.</summary>
    protected virtual SharedTables SharedTables => SharedTables.All;

    /// <summary>The service's own tables.</summary>
    protected abstract void Describe(ModelBuilder modelBuilder);

    /// <inheritdoc />
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        SharedModel.Describe(modelBuilder, SharedTables);
        Describe(modelBuilder);
        var binary = Database.ProviderName switch
        {
            "Npgsql.EntityFrameworkCore.PostgreSQL" => "C",
            "Microsoft.EntityFrameworkCore.SqlServer" => "Latin1_General_100_BIN2",
            _ => "BINARY",
        };

        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
            {
                modelBuilder.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
            }

            // Keyset pages and unique keys must compare alike on every database.
            foreach (var property in entity.GetProperties().Where(p => p.ClrType == typeof(string) && (p.IsKey() || p.IsIndex() || p.IsForeignKey())))
            {
                property.SetCollation(binary);
            }
        }
    }

    private async Task<T> JoinAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var result = await work(cancellationToken);
        if (result is IOutcome { Refusal: not null })
        {
            refusedInside = true;
        }

        if (!refusedInside)
        {
            await SaveChangesAsync(cancellationToken);
        }

        return result;
    }

    private async Task<IDisposable?> EnterGateAsync(CancellationToken cancellationToken) =>
        Database.IsSqlite() ? await WriteGate.For(Database.GetConnectionString()!).EnterAsync(cancellationToken) : null;

    private void CountVersionsUp()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            var version = entry.Property(row => row.Version);
            if (entry.State == EntityState.Added && version.CurrentValue == 0)
            {
                version.CurrentValue = 1;
            }
            else if (entry.State == EntityState.Modified && version.CurrentValue == version.OriginalValue)
            {
                version.CurrentValue = version.OriginalValue + 1;
            }
        }
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        written => written.ToUniversalTime(),
        read => DateTime.SpecifyKind(read, DateTimeKind.Utc));
}
