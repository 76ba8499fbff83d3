using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using ServiceDefaults.Data;
using ServiceDefaults.Problems;

namespace Reporting.Projections;

/// <summary>Walks a rebuild some subjects at a time, each page in a write of its own, so that what arrives meanwhile is not held up.</summary>
internal sealed class RebuildPages(IServiceScopeFactory scopes)
{
    private const int Batch = 100;
    private const int MostTries = 10;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);

    /// <summary>How many subjects there are.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Subjects(scope.ServiceProvider.GetRequiredService<ReportingDb>()).CountAsync(cancellationToken);
    }

    /// <summary>Mends the page after a subject; what was found, and after which subject the next begins; null at the end.</summary>
    public async Task<(Mended Mended, string? Next)> MendAsync(string? after, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                var page = await Subjects(scope.ServiceProvider.GetRequiredService<ReportingDb>()).ToPageAsync(new PageQuery(after, Batch), subject => subject, cancellationToken);
                return (await scope.ServiceProvider.GetRequiredService<MendProjections>().MendAsync(page.Items, cancellationToken), page.Next);
            }
            catch (DbUpdateException e) when (tries < MostTries && (e is DbUpdateConcurrencyException || e.IsUniqueViolation()))
            {
                // An event took one of the rows over at the same moment: it is looked at again, with that event, and where many come later each time.
                await Task.Delay(FirstPause * tries, cancellationToken);
            }
        }
    }

    private static IQueryable<string> Subjects(ReportingDb db) => db.Set<ReceivedEvent>().Select(e => e.Subject).Distinct();
}
