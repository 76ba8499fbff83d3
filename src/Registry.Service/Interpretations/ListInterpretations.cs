using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Interpretations;

/// <summary>The entries beside a clause, newest first; everyone of the jurisdiction reads them.</summary>
internal static class ListInterpretations
{
    public static async Task<Page<InterpretationView>> HandleAsync(
        string? programme, string? clause, PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var jurisdiction = http.Caller().Jurisdiction;
        var rows = db.Interpretations.AsNoTracking().Where(i => i.Jurisdiction == jurisdiction);
        rows = programme is null ? rows : rows.Where(i => i.Programme == programme);
        rows = clause is null ? rows : rows.Where(i => i.Clause == clause);
        return (await rows.ToPageAsync(page, i => i.Id, cancellationToken, newestFirst: true)).Select(InterpretationView.Of);
    }
}
