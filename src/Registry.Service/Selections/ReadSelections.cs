using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Selections;

/// <summary>The reviews of a jurisdiction, newest first, for the city's posts.</summary>
internal static class ReadSelections
{
    public static async Task<Page<SelectionRow>> ListAsync(
        string? programme, Choice<SelectionStatus>? status, PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var only = status?.Value;
        var rows = VisibleTo(db, http.Caller());
        rows = programme is null ? rows : rows.Where(s => s.Programme == programme);
        rows = only is null ? rows : rows.Where(s => s.Status == only);
        return await rows
            .Select(s => new SelectionRow
            {
                Id = s.Id,
                Programme = s.Programme,
                Track = s.Track,
                Category = s.Category,
                Title = s.Title,
                Places = s.Places,
                Status = s.Status,
                OpenedOn = s.OpenedOn,
                DocumentNumber = s.DocumentNumber,
                DecidedOn = s.DecidedOn,
                Applications = s.Entries.Count,
            })
            .ToPageAsync(page, row => row.Id, cancellationToken, newestFirst: true);
    }

    public static async Task<Answer<SelectionView>> GetAsync(Guid id, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var selection = await VisibleTo(db, http.Caller())
            .Include(s => s.Entries)
            .Include(s => s.Sheets)
            .AsSplitQuery()
            .SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        Outcome<SelectionView> outcome = selection is null ? SelectionDesk.NotFound(id) : SelectionView.Of(selection);
        return outcome.ToHttp();
    }

    private static IQueryable<Selection> VisibleTo(RegistryDb db, Caller caller)
    {
        var jurisdiction = caller.Jurisdiction;
        return db.Selections.AsNoTracking().Where(s => s.Jurisdiction == jurisdiction);
    }
}
