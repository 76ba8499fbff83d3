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
        var known = await db.CountedEntries.SingleOrDefaultAsync(e => e.Id == message.EntryId, cancellationToken);
        (known ?? db.CountedEntries.Add(CountedEntry.Of(message)).Entity).Take(message);
        return Applied.Done;
    }
}
