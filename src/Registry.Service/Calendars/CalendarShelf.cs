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
            .Select(calendar => calendar.Content)
            .ToListAsync(cancellationToken);
        foreach (var content in missing)
        {
            if (CalendarLoader.Load(content, "published calendar").Accepted(out var calendar, out _))
            {
                library.Add(calendar);
            }
        }

        return library;
    }
}
