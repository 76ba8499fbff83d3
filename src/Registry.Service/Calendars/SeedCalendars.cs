using Policies;
using Policies.Calendars;
using Registry.Data;
using ServiceDefaults.Clock;

namespace Registry.Calendars;

/// <summary>The calendar files that come with the platform enter the register at start; one that is known already changes nothing.</summary>
internal static class SeedCalendars
{
    /// <summary>Publishes what the folder holds and the database lacks.</summary>
    /// <exception cref="PolicyException">A file does not load, or is another text for a year that is published already.</exception>
    public static async Task RunAsync(string folder, RegistryDb db, CalendarShelf shelf, BusinessClock clock, CancellationToken cancellationToken)
    {
        var files = CalendarLibrary.FromFolder(folder);
        await db.WriteAsync(
            async ct =>
            {
                // Judged on a copy: the shelf shows a calendar only once it is committed.
                var published = new CalendarLibrary((await shelf.OpenAsync(ct)).Calendars);
                foreach (var calendar in files.Calendars.Where(file => published.Calendars.All(known => known.Hash != file.Hash)))
                {
                    if (!published.Add(calendar).Accepted(out _, out var taken))
                    {
                        throw new PolicyException(taken);
                    }

                    db.Publish(calendar, enteredByName: null, clock.UtcNow);
                }
            },
            cancellationToken);
    }
}
