using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Registry.Data;
using Registry.Institutions;

namespace Registry.Directories;

/// <summary>
/// Keeps the directory up to date in the very transaction that founds, renames or changes an institution, whoever writes it: a list that
/// lagged behind would show a revoked body as recognised.
/// </summary>
internal sealed class KeepDirectory : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is RegistryDb db)
        {
            var changed = db.ChangeTracker.Entries<Institution>().Where(entry => entry.State is EntityState.Added or EntityState.Modified).ToList();
            if (changed.Count > 0)
            {
                await KeepAsync(db, changed, cancellationToken);
            }
        }

        return result;
    }

    private static async Task KeepAsync(RegistryDb db, List<EntityEntry<Institution>> changed, CancellationToken cancellationToken)
    {
        // What an earlier save of this context wrote is written; kept here it would only stand in the way of a name that comes back.
        db.ChangeTracker.Entries<NameBigram>().Where(entry => entry.State == EntityState.Unchanged).ToList().ForEach(entry => entry.State = EntityState.Detached);
        var counts = new Dictionary<DirectoryTraits, int>();
        foreach (var entry in changed)
        {
            var institution = entry.Entity;
            var (traits, name) = (DirectoryTraits.Of(institution), SearchName.Of(institution.Name));
            if (entry.State == EntityState.Added)
            {
                db.Add(new DirectoryEntry { InstitutionId = institution.Id, GroupId = traits.GroupId, SearchName = name });
                AddBigrams(db, institution.Id, SearchName.Bigrams(name));
                counts[traits] = counts.GetValueOrDefault(traits) + 1;
                continue;
            }

            var before = TraitsBefore(entry);
            var nameBefore = SearchName.Of(entry.OriginalValues.GetValue<string>(nameof(Institution.Name)));
            if (traits == before && name == nameBefore)
            {
                continue;
            }

            counts[before] = counts.GetValueOrDefault(before) - 1;
            counts[traits] = counts.GetValueOrDefault(traits) + 1;
            await MoveAsync(db, institution.Id, traits.GroupId, nameBefore, name, cancellationToken);
        }

        // In one order everywhere: two writes that count the same groups must not wait for each other in a circle.
        foreach (var (traits, more) in counts.Where(count => count.Value != 0).OrderBy(count => count.Key.GroupId))
        {
            await DirectorySql.CountAsync(db, traits, more, cancellationToken);
        }
    }

    private static async Task MoveAsync(RegistryDb db, Guid institutionId, long groupId, string nameBefore, string name, CancellationToken cancellationToken)
    {
        await db.DirectoryEntries.Where(e => e.InstitutionId == institutionId).ExecuteUpdateAsync(
            row => row.SetProperty(e => e.GroupId, groupId).SetProperty(e => e.SearchName, name), cancellationToken);
        if (name == nameBefore)
        {
            return;
        }

        var (old, present) = (SearchName.Bigrams(nameBefore), SearchName.Bigrams(name));
        var gone = old.Except(present, StringComparer.Ordinal).ToList();
        await db.NameBigrams.Where(b => b.InstitutionId == institutionId && gone.Contains(b.Bigram)).ExecuteDeleteAsync(cancellationToken);
        AddBigrams(db, institutionId, present.Except(old, StringComparer.Ordinal));
    }

    private static void AddBigrams(RegistryDb db, Guid institutionId, IEnumerable<string> bigrams) =>
        db.AddRange(bigrams.Select(bigram => new NameBigram { Bigram = bigram, InstitutionId = institutionId }));

    private static DirectoryTraits TraitsBefore(EntityEntry<Institution> entry)
    {
        var before = entry.OriginalValues;
        return new DirectoryTraits(
            before.GetValue<string>(nameof(Institution.Jurisdiction)),
            before.GetValue<string>(nameof(Institution.Programme)),
            before.GetValue<string>(nameof(Institution.Category)),
            before.GetValue<string>(nameof(Institution.District)),
            before.GetValue<string?>(nameof(Institution.Field)),
            before.GetValue<string>(nameof(Institution.Standing)));
    }
}
