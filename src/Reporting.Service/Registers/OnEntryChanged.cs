using Contracts.Registry;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;

namespace Reporting.Registers;

/// <summary>Keeps the newest state of each entry that a pack counts; the highest version wins.</summary>
internal sealed class OnEntryChanged(ReportingDb db) : IOn<EntryChanged>
{
    public async Task<Applied> ApplyAsync(EntryChanged message, CancellationToken cancellationToken)
    {
        // Held, so that two tellings of one version that arrive at once come after one another: what both say stays.
        await db.CountedEntries.Where(e => e.Id == message.EntryId).ExecuteUpdateAsync(row => row.SetProperty(e => e.Version, e => e.Version), cancellationToken);
        var known = await db.CountedEntries.SingleOrDefaultAsync(e => e.Id == message.EntryId, cancellationToken);
        (known ?? db.CountedEntries.Add(CountedEntry.Of(message)).Entity).Take(message);
        return Applied.Done;
    }
}
