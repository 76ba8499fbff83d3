using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Applications;

/// <summary>One application, with its files, its timeline and what its conditions come to.</summary>
internal static class GetApplication
{
    public static async Task<Answer<ApplicationView>> HandleAsync(Guid id, HttpContext http, RegistryDb db, ApplicationDesk desk, CancellationToken cancellationToken)
    {
        var application = await db.Applications.AsNoTracking()
            .VisibleTo(http.Caller())
            .Include(a => a.Steps)
            .Include(a => a.ConditionAnswers)
            .AsSplitQuery()
            .SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        Outcome<ApplicationView> outcome = application is null
            ? ApplicationDesk.NotFound(id)
            : await desk.ViewAsync(application, cancellationToken);
        return outcome.ToHttp();
    }
}
