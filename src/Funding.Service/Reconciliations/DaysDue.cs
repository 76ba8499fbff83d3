using Funding.Data;
using Microsoft.EntityFrameworkCore;

namespace Funding.Reconciliations;

/// <summary>Days on which money moved and whose statement nobody has brought.</summary>
internal static class DaysDue
{
    private const int DaysBack = 60;

    public static async Task<IReadOnlyList<DateOnly>> DaysDueAsync(
        this IEnumerable<IBookedMovements> books, FundingDb db, string? jurisdiction, DateOnly today, CancellationToken cancellationToken)
    {
        var since = today.AddDays(-DaysBack);
        HashSet<DateOnly> days = [];
        foreach (var part in books)
        {
            days.UnionWith(await part.DaysAsync(jurisdiction ?? "", since, cancellationToken));
        }

        days.ExceptWith(await db.Reconciliations.Where(r => r.Jurisdiction == jurisdiction && r.Day >= since).Select(r => r.Day).ToListAsync(cancellationToken));
        return [.. days.Where(day => day <= today).Order()];
    }
}
