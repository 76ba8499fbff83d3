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
        this ReportingDb db, PolicyPack pack, PackEvaluation scheme, DateOnly day, CancellationToken cancellationToken) =>
        await Evaluated(db, pack, scheme, day).Include(i => i.Standings).OrderBy(i => i.Id).ToListAsync(cancellationToken);

    /// <summary>How many those are.</summary>
    public static Task<int> CountEvaluatedAsync(this ReportingDb db, PolicyPack pack, PackEvaluation scheme, DateOnly day, CancellationToken cancellationToken) =>
        Evaluated(db, pack, scheme, day).CountAsync(cancellationToken);

    // The rule is that of PackEvaluation.Covers, asked in the database.
    private static IQueryable<Institution> Evaluated(ReportingDb db, PolicyPack pack, PackEvaluation scheme, DateOnly day)
    {
        var (ofInstitutions, ofAll, categories) = (!scheme.NamesBodies, scheme.Categories.Count == 0, scheme.Categories.ToList());
        return db.Institutions
            .Where(i => i.Programme == pack.Programme && i.Jurisdiction == pack.Jurisdiction && ofInstitutions && (ofAll || categories.Contains(i.Category)))
            .WithStandingOn(day, StandingOn.Recognised);
    }
}
