using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Data;

namespace Registry.Announcements;

/// <summary>
/// The announcements of a programme are numbered within a year, without a gap: a refused one leaves no number behind, and of two at the
/// same moment the later one is decided again and gets the next.
/// </summary>
internal static class AnnouncementSerial
{
    private const int Tries = 5;

    /// <summary>The next number of a programme's year.</summary>
    public static async Task<int> NextSerialAsync(this RegistryDb db, string programme, int year, CancellationToken cancellationToken)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return 1 + (await db.Announcements
            .Where(a => a.Programme == programme && a.IssuedOn >= first && a.IssuedOn <= last)
            .MaxAsync(a => (int?)a.Serial, cancellationToken) ?? 0);
    }

    /// <summary>
    /// A write that takes a number. Where somebody else took something unique at the same moment it is decided anew on what is there now:
    /// it gets the next number, or is refused by whatever the other one made of the matter.
    /// </summary>
    public static async Task<Outcome<T>> WriteRetriedAsync<T>(this RegistryDb db, Func<CancellationToken, Task<Outcome<T>>> work, CancellationToken cancellationToken)
        where T : notnull
    {
        for (var attempt = 1; attempt < Tries; attempt++)
        {
            var contested = await db.TryWriteAsync(work, cancellationToken);
            if (contested is not null)
            {
                return contested.Value;
            }
        }

        return await db.WriteUniqueAsync(work, cancellationToken);
    }

    private static async Task<Outcome<T>?> TryWriteAsync<T>(this RegistryDb db, Func<CancellationToken, Task<Outcome<T>>> work, CancellationToken cancellationToken)
        where T : notnull
    {
        try
        {
            return await db.WriteAsync(work, cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation() || e.IsDeadlock())
        {
            return null;
        }
    }
}
