using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;

namespace Funding.Numbers;

/// <summary>
/// Numbers of notices and decisions without gaps: one is given in the very write that issues the document, so a refused or broken
/// write gives its number back. Whoever issues next waits for that write to end; ask for it after the body's turn and the run, and
/// before an appropriation.
/// </summary>
internal static class NextNumber
{
    /// <summary>The next number of a jurisdiction's year and kind, from 1.</summary>
    public static Task<int> NextNumberAsync(this FundingDb db, NumberKind kind, string jurisdiction, int year, CancellationToken cancellationToken) =>
        db.NextNumbersAsync(kind, jurisdiction, year, 1, cancellationToken);

    /// <summary>The first of several next numbers, for what is issued in one go.</summary>
    public static async Task<int> NextNumbersAsync(
        this FundingDb db, NumberKind kind, string jurisdiction, int year, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A number is given inside the write that issues what it is for.");
        }

        var series = db.Set<NumberSeries>().Where(s => s.Jurisdiction == jurisdiction && s.Kind == kind && s.Year == year);
        while (await series.ExecuteUpdateAsync(row => row.SetProperty(s => s.Last, s => s.Last + count), cancellationToken) == 0)
        {
            if (await db.BeginAsync(new NumberSeries { Jurisdiction = jurisdiction, Kind = kind, Year = year, Last = count }, cancellationToken))
            {
                return 1;
            }
        }

        return await series.Select(s => s.Last).SingleAsync(cancellationToken) - count + 1;
    }

    // The first of a year makes the row. Of two at the same moment the second waits for the first, and then counts it up.
    private static async Task<bool> BeginAsync(this FundingDb db, NumberSeries series, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        db.Add(series);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            return false;
        }
        finally
        {
            db.Entry(series).State = EntityState.Detached;
        }
    }
}
