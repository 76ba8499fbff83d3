using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Institutions;
using ServiceDefaults.Authentication;

namespace Registry.Registers;

/// <summary>
/// A park sees what concerns the bodies that it has now (EI-13): the entries of a body that moves move with it. The park stands in each
/// entry so that a list is one condition of one query.
/// </summary>
internal static class EntryParks
{
    // No pack has registers about registers about registers beyond this.
    private const int DeepestChain = 8;

    /// <summary>The park of an operator's bodies in a programme; null where it has none or several.</summary>
    public static Task<string?> ParkOfAsync(this RegistryDb db, string programme, Caller caller, CancellationToken cancellationToken) =>
        caller.Is(Roles.Operator) && caller is { Organisation: { } organisation, Jurisdiction: { } jurisdiction }
            ? db.ParkOfAsync(programme, jurisdiction, organisation, cancellationToken)
            : Task.FromResult<string?>(null);

    /// <summary>Carries the parks that institutions belong to from now on into every entry that concerns them: whoever moves or enters bodies asks for it.</summary>
    public static async Task FollowParksAsync(this RegistryDb db, CancellationToken cancellationToken)
    {
        db.ChangeTracker.DetectChanges();
        var moved = db.ChangeTracker.Entries<Institution>()
            .Where(entry => (entry.State == EntityState.Added && entry.Entity.Park is not null) || (entry.State == EntityState.Modified && entry.Property(i => i.Park).IsModified))
            .Select(entry => entry.Entity)
            .ToList();
        if (moved.Count == 0)
        {
            return;
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var institution in moved)
        {
            await db.FollowParkAsync(institution, cancellationToken);
        }
    }

    private static async Task FollowParkAsync(this RegistryDb db, Institution institution, CancellationToken cancellationToken)
    {
        var (id, park, organisation) = (institution.Id, institution.Park, institution.ImplementingBodyCode);
        await db.RegisterEntries.Where(e => e.AboutInstitutionId == id).ExecuteUpdateAsync(set => set.SetProperty(e => e.Park, park), cancellationToken);
        await db.FollowAsync(db.RegisterEntries.Where(e => e.AboutInstitutionId == id), park, cancellationToken);

        // What its operator entered about nothing else concerns its bodies, as long as they are all in one park.
        var shared = await db.ParkOfAsync(institution.Programme, institution.Jurisdiction, organisation, cancellationToken);
        var own = db.RegisterEntries.Where(e =>
            e.Organisation == organisation && e.Programme == institution.Programme && e.Jurisdiction == institution.Jurisdiction
            && e.AboutInstitutionId == null && (e.AboutEntryId == null || db.RegisterEntries.Any(about => about.Id == e.AboutEntryId && about.Organisation != organisation)));
        await own.ExecuteUpdateAsync(set => set.SetProperty(e => e.Park, shared), cancellationToken);
        await db.FollowAsync(own, shared, cancellationToken);
    }

    /// <summary>What is about entries that have moved moves as well, but for what another organisation told of them (EI-02).</summary>
    private static async Task FollowAsync(this RegistryDb db, IQueryable<RegisterEntry> moved, string? park, CancellationToken cancellationToken)
    {
        for (var (depth, changed) = (0, 1); depth < DeepestChain && changed > 0; depth++)
        {
            var about = moved;
            moved = db.RegisterEntries.Where(e => about.Any(a => a.Id == e.AboutEntryId && (e.Organisation == null || a.Organisation == null || e.Organisation == a.Organisation)));
            changed = await moved.ExecuteUpdateAsync(set => set.SetProperty(e => e.Park, park), cancellationToken);
        }
    }

    private static async Task<string?> ParkOfAsync(this RegistryDb db, string programme, string jurisdiction, string organisation, CancellationToken cancellationToken)
    {
        var parks = await db.Institutions
            .Where(i => i.Programme == programme && i.Jurisdiction == jurisdiction && i.ImplementingBodyCode == organisation)
            .Select(i => i.Park)
            .Distinct()
            .Take(2)
            .ToListAsync(cancellationToken);
        return parks.Count == 1 ? parks[0] : null;
    }
}
