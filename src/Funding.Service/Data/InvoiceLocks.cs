using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Funding.Data;

/// <summary>
/// Turns of invoices that are about to be accepted. Their rows are not there yet, so that nothing of them can be locked, and two lists with
/// the same invoices in another order would wait for each other at the unique keys.
/// </summary>
internal static class InvoiceLocks
{
    // A lock for each first byte of a key, never one for each invoice: locks are a limited resource of the server.
    private const int ByteLength = 2;
    private const int Family = 0x1F;

    /// <summary>Takes the turns of these keys (hashes in hexadecimal) until the transaction ends, in one order for all, by one statement.</summary>
    public static async Task LockInvoicesAsync(this FundingDb db, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var places = keys.Select(key => int.Parse(key[..ByteLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).Distinct().Order().ToArray();

        // SQLite has one writer and nothing to order.
        if (places.Length == 0 || db.Database.IsSqlite())
        {
            return;
        }

        if (db.Database.IsSqlServer())
        {
            var names = places.Select(place => (object)$"invoices/{place}").ToArray();
            var each = names.Select((_, at) => $"EXEC sp_getapplock @Resource = {{{at}}}, @LockMode = 'Exclusive', @LockOwner = 'Transaction';");
            await db.Database.ExecuteSqlRawAsync(string.Join('\n', each), names, cancellationToken);
            return;
        }

        await db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock({Family}, place) FROM (SELECT place FROM unnest({places}) AS place ORDER BY place OFFSET 0) AS ordered", cancellationToken);
    }
}
