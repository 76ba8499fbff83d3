using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;

namespace Messaging.Outbox;

/// <summary>
/// The lease's statements on the database's own clock: replicas whose clocks differ must agree when a lease has run out. EF
/// has no portable expression for it, so the one fragment that differs by provider is here.
/// </summary>
[SuppressMessage("Security", "EF1002", Justification = "Only the table's name and a number of ours are put into the text.")]
internal static class OutboxLeaseSql
{
    /// <summary>The lease's table.</summary>
    public const string Table = "OutboxLease";

    /// <summary>Takes the lease if it has run out; a new owner gets a new fence.</summary>
    public static async Task<bool> TakeAsync(PlatformDbContext db, string owner, TimeSpan term, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlRawAsync(
            $"""
            UPDATE "{Table}" SET "Owner" = @p0, "ExpiresAt" = {After(db, term)}, "Fence" = "Fence" + 1
            WHERE "Name" = @p1 AND "ExpiresAt" <= {After(db, TimeSpan.Zero)}
            """,
            [owner, OutboxLease.Dispatcher],
            cancellationToken) == 1;

    /// <summary>
    /// Sets the end of a lease that is still this owner's under this fence: a term renews it, zero gives it back. The row stays
    /// locked until the transaction ends, so nobody can take the lease between this and what follows.
    /// </summary>
    public static async Task<bool> ExtendAsync(
        PlatformDbContext db, string owner, long fence, TimeSpan term, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlRawAsync(
            $"""
            UPDATE "{Table}" SET "ExpiresAt" = {After(db, term)}
            WHERE "Name" = @p0 AND "Owner" = @p1 AND "Fence" = @p2
            """,
            [OutboxLease.Dispatcher, owner, fence],
            cancellationToken) == 1;

    private static string After(PlatformDbContext db, TimeSpan term)
    {
        var milliseconds = (long)term.TotalMilliseconds;
        var seconds = (milliseconds / 1000m).ToString("0.000", CultureInfo.InvariantCulture);
        return db.Database.ProviderName switch
        {
            "Npgsql.EntityFrameworkCore.PostgreSQL" => $"clock_timestamp() + interval '{seconds} seconds'",
            "Microsoft.EntityFrameworkCore.SqlServer" => $"DATEADD(millisecond, {milliseconds}, SYSUTCDATETIME())",
            _ => $"strftime('%Y-%m-%d %H:%M:%f', 'now', '+{seconds} seconds')",
        };
    }
}
