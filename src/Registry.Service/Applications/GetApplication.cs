using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Applications;

/// <summary>One application, with its files and its timeline.</summary>
internal static class GetApplication
{
    public static async Task<Answer<ApplicationView>> HandleAsync(Guid id, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var application = await db.Applications.AsNoTracking()
            .VisibleTo(http.Caller())
            .Include(a => a.Steps)
            .SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        Outcome<ApplicationView> outcome = application is null
            ? ApplicationDesk.NotFound(id)
            : ApplicationView.Of(application, await FileView.OfAsync(db, id, cancellationToken));
        return outcome.ToHttp();
    }
}
