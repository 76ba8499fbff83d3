using Microsoft.EntityFrameworkCore;
using Policies;
using Reporting.Data;
using Reporting.Institutions;

namespace Reporting.Evaluations;

/// <summary>Who is evaluated without being named.</summary>
internal static class EvaluatedBodies
{
    /// <summary>The institutions that an evaluation is of, as they stood on a day.</summary>
    public static async Task<IReadOnlyList<Institution>> EvaluatedAsync(
        this ReportingDb db, PolicyPack pack, PackEvaluation scheme, DateOnly day, CancellationToken cancellationToken)
    {
        var bodies = await db.Institutions.Include(i => i.Standings)
            .Where(i => i.Programme == pack.Programme && i.Jurisdiction == pack.Jurisdiction)
            .WithStandingOn(day, StandingOn.Recognised)
            .OrderBy(i => i.Id)
            .ToListAsync(cancellationToken);
        return [.. bodies.Where(body => scheme.Covers(body.Category))];
    }
}
