using Microsoft.EntityFrameworkCore;
using Reporting.Institutions;

namespace Reporting.Targets;

/// <summary>How many bodies were recognised at the ends of years.</summary>
internal static class Tallies
{
    /// <summary>One query for each year, however many bodies there are; of the running year as of the day.</summary>
    public static async Task<Dictionary<int, IReadOnlyList<Tally>>> OfAsync(
        IQueryable<Institution> institutions, IEnumerable<int> years, DateOnly day, CancellationToken cancellationToken)
    {
        var tallies = new Dictionary<int, IReadOnlyList<Tally>>();
        foreach (var year in years)
        {
            var end = year == day.Year ? day : new DateOnly(year, 12, 31);
            tallies[year] = await institutions.WithStandingOn(end, StandingOn.Recognised)
                .GroupBy(i => new { i.Category, i.District })
                .Select(same => new Tally(same.Key.Category, same.Key.District, same.Count()))
                .ToListAsync(cancellationToken);
        }

        return tallies;
    }
}
