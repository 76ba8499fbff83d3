using Microsoft.EntityFrameworkCore;
using Policies.Calendars;
using Registry.Data;

namespace Registry.Calendars;

/// <summary>The published calendars, read into memory once each.</summary>
internal sealed class CalendarShelf(RegistryDb db, CalendarLibrary library)
{
    /// <summary>Every calendar entered so far, those of other replicas included.</summary>
    public async Task<CalendarLibrary> OpenAsync(CancellationToken cancellationToken)
    {
        var known = library.Calendars.Select(calendar => calendar.Hash).ToList();
        var missing = await db.Calendars.AsNoTracking()
            .Where(calendar => !known.Contains(calendar.Hash))
            .Select(calendar => new { calendar.Hash, calendar.Content })
            .ToListAsync(cancellationToken);
        foreach (var calendar in missing)
        {
            library.Add(CalendarLoader.LoadPublished(calendar.Content, calendar.Hash));
        }

        return library;
    }
}
