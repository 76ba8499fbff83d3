using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Selections;

/// <summary>An expert's own score sheets, newest first; nobody else's.</summary>
internal static class ReadScoreSheets
{
    public static async Task<Page<ScoreSheetView>> ListAsync(
        Choice<SheetStatus>? status, PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var only = status?.Value;
        var sheets = Own(db, http.Caller());
        sheets = only is null ? sheets : sheets.Where(sheet => sheet.Status == only);
        var found = await sheets.ToPageAsync(page, sheet => sheet.Id, cancellationToken, newestFirst: true);
        var views = await ViewAsync(found.Items, db, cancellationToken);
        return found.Select(sheet => views[sheet.Id]);
    }

    public static async Task<Answer<ScoreSheetView>> GetAsync(Guid id, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var sheet = await Own(db, http.Caller()).SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        Outcome<ScoreSheetView> outcome = sheet is null ? ScoreSheetDesk.NotFound(id) : (await ViewAsync([sheet], db, cancellationToken))[id];
        return outcome.ToHttp();
    }

    private static IQueryable<ScoreSheet> Own(RegistryDb db, Caller caller)
    {
        var subject = caller.Subject;
        return db.ScoreSheets.AsNoTracking().Where(sheet => sheet.ExpertSubject == subject);
    }

    private static async Task<Dictionary<Guid, ScoreSheetView>> ViewAsync(IReadOnlyList<ScoreSheet> sheets, RegistryDb db, CancellationToken cancellationToken)
    {
        var (selectionIds, applicationIds) = (sheets.Select(s => s.SelectionId).Distinct().ToList(), sheets.Select(s => s.ApplicationId).Distinct().ToList());
        var selections = await db.Selections.AsNoTracking().Where(s => selectionIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellationToken);
        var applications = await db.Applications.AsNoTracking().Where(a => applicationIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
        return sheets.ToDictionary(sheet => sheet.Id, sheet => ScoreSheetView.Of(sheet, selections[sheet.SelectionId], applications[sheet.ApplicationId]));
    }
}
