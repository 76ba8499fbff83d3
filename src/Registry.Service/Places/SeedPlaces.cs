using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Places;
using Registry.Data;

namespace Registry.Places;

/// <summary>The places that come with the platform enter the register at start; one whose code is known already stays as the bureau keeps it.</summary>
internal static class SeedPlaces
{
    /// <summary>Enters what the file holds and the database lacks.</summary>
    /// <exception cref="PolicyException">The file does not load.</exception>
    public static async Task RunAsync(string file, RegistryDb db, TimeProvider system, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            // A bureau may begin without any, and enter its own.
            return;
        }

        // Keys ascend in the order of the file, which is the order of the list.
        var now = system.GetUtcNow();
        var known = PlaceLoader.LoadFile(file).Places;
        await db.WriteAsync(
            async ct =>
            {
                var there = (await db.Places.Select(place => new { place.Jurisdiction, place.Code }).ToListAsync(ct)).ToHashSet();
                db.Places.AddRange(known.Where(place => !there.Contains(new { place.Jurisdiction, place.Code })).Select((place, at) => Place.Of(place, Guid.CreateVersion7(now.AddMilliseconds(at)))));
            },
            cancellationToken);
    }
}
