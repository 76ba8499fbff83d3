using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Changes;

/// <summary>The reported changes that a caller may see.</summary>
internal static class ReadChanges
{
    public static async Task<Page<ChangeView>> ListAsync(
        Guid? institution, Choice<ChangeStatus>? status, PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var changes = db.MajorChanges.AsNoTracking().VisibleTo(http.Caller());
        changes = institution is null ? changes : changes.Where(c => c.InstitutionId == institution);
        if (status is { Value: var wanted })
        {
            changes = changes.Where(c => c.Status == wanted);
        }

        return (await changes.ToPageAsync(page, c => c.Id, cancellationToken, newestFirst: true)).Select(ChangeView.Of);
    }

    public static async Task<Answer<ChangeView>> GetAsync(Guid id, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var change = await db.MajorChanges.AsNoTracking().VisibleTo(http.Caller()).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        Outcome<MajorChange> outcome = change is null ? ChangeAccess.NotFound(id) : change;
        return outcome.ToHttp(ChangeView.Of);
    }
}
