using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Institutions;

namespace Registry.Directories;

/// <summary>
/// Finds the keys of a page, newest first. Each way reads about as much as the page is long, whatever the number of institutions
/// (measured in <c>bench/</c>); which way is taken depends on what the filter leaves.
/// </summary>
internal sealed class FindInstitutions(RegistryDb db)
{
    // SQLite takes at most 500 parts of a union.
    private const int MostMerged = 400;

    // Up to so many, what a bigram or a group holds is looked through.
    private const int FewRows = 2000;

    // Of a bigram that more bear than that, nobody counts how many: so many rows of groups are sooner looked through than its bearers.
    private const int SomeRows = 10 * FewRows;
    private const int MostProbes = 6;

    /// <summary>At most <paramref name="count"/> keys after <paramref name="after"/>.</summary>
    public async Task<List<Guid>> PageAsync(DirectoryFilter filter, Guid? after, int count, CancellationToken cancellationToken)
    {
        if (filter.AsOf is not null)
        {
            return await AsOfAsync(filter, after, count, cancellationToken);
        }

        if (filter is { HasTraits: false, Name: null } or { Park: not null })
        {
            return await ScanAsync(filter, after, count, cancellationToken);
        }

        var groups = await filter.Of(db.DirectoryGroups).Where(g => g.Count > 0).Select(g => new { g.Id, g.Count }).ToListAsync(cancellationToken);
        if (groups.Count == 0)
        {
            return [];
        }

        var ids = groups.ConvertAll(g => g.Id);
        if (filter.Name is null)
        {
            return ids.Count <= MostMerged
                ? await DirectorySql.MergeAsync(db, ids, after, name: null, count, cancellationToken)
                : await ScanAsync(filter, after, count, cancellationToken);
        }

        var (bigram, bearers) = await RarestAsync(filter.Name, cancellationToken);
        return ids.Count <= MostMerged && groups.Sum(g => (long)g.Count) < (bearers > FewRows ? SomeRows : bearers)
            ? await DirectorySql.MergeAsync(db, ids, after, filter.Name, count, cancellationToken)
            : await ByNameAsync(filter, bigram, ids, after, count, cancellationToken);
    }

    private Task<List<Guid>> ScanAsync(DirectoryFilter filter, Guid? after, int count, CancellationToken cancellationToken)
    {
        var rows = filter.Of(db.Institutions.AsNoTracking());
        rows = filter.Name is null ? rows : rows.Where(i => db.DirectoryEntries.Any(e => e.InstitutionId == i.Id && e.SearchName.Contains(filter.Name)));
        rows = after is { } last ? rows.Where(i => i.Id.CompareTo(last) < 0) : rows;
        return rows.OrderByDescending(i => i.Id).Select(i => i.Id).Take(count).ToListAsync(cancellationToken);
    }

    private Task<List<Guid>> ByNameAsync(DirectoryFilter filter, string bigram, List<long> groups, Guid? after, int count, CancellationToken cancellationToken)
    {
        var bearers = db.NameBigrams.Where(b => b.Bigram == bigram);
        bearers = after is { } last ? bearers.Where(b => b.InstitutionId.CompareTo(last) < 0) : bearers;

        // PostgreSQL takes what is LIKE a name for so rare that it reads all entries through; of a position it knows nothing and follows the bigram.
#pragma warning disable CA1310, CA2249 // Only this form is translated, and so that the database compares.
        var entries = db.DirectoryEntries.Where(e => e.SearchName.IndexOf(filter.Name!) >= 0);
#pragma warning restore CA1310, CA2249

        // The sum keeps the databases from walking through all these groups: the bigram's bearers are already in the page's order.
        entries = filter.HasTraits || filter.Programme is not null || filter.Jurisdiction is not null ? entries.Where(e => groups.Contains(e.GroupId + 0)) : entries;
        return bearers
            .Join(entries, b => b.InstitutionId, e => e.InstitutionId, (b, _) => b.InstitutionId)
            .OrderByDescending(id => id)
            .Take(count)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The bigram of the name that the fewest bear, of a handful that are tried, and how many bear it; counted no further than is of use.</summary>
    private async Task<(string Bigram, int Bearers)> RarestAsync(string name, CancellationToken cancellationToken)
    {
        var bigrams = SearchName.Bigrams(name);
        var step = Math.Max(1, bigrams.Count / MostProbes);
        var rarest = (Bigram: bigrams[0], Bearers: int.MaxValue);
        foreach (var bigram in bigrams.Where((_, at) => at % step == 0).Take(MostProbes))
        {
            var bearers = await db.NameBigrams.Where(b => b.Bigram == bigram).Take(FewRows + 1).CountAsync(cancellationToken);
            rarest = bearers < rarest.Bearers ? (bigram, bearers) : rarest;
        }

        return rarest;
    }

    /// <summary>
    /// The same question as <see cref="StandingOn.Find"/> asks of one history, asked of all: which entry rules the day as known then. An
    /// entry rules unless a later one ends the body, or one effective later (of the same day, one recorded later) counts, that is, no end
    /// was recorded between the two.
    /// </summary>
    private Task<List<Guid>> AsOfAsync(DirectoryFilter filter, Guid? after, int count, CancellationToken cancellationToken)
    {
        string[] ends = [.. StandingWords.All.Select(word => word.Key).Where(Standings.HasEnded)];
        var (on, knownAt) = filter.AsOf!;
        var known = db.Set<StandingEntry>().Where(e => e.EffectiveFrom <= on && e.RecordedAt <= knownAt);
        var ruling = known.Where(e => !known.Any(other =>
            other.InstitutionId == e.InstitutionId
            && ((ends.Contains(other.Standing) && other.Number > e.Number)
                || ((other.EffectiveFrom > e.EffectiveFrom || (other.EffectiveFrom == e.EffectiveFrom && other.Number > e.Number))
                    && !known.Any(end => end.InstitutionId == e.InstitutionId && ends.Contains(end.Standing) && end.Number > other.Number && end.Number <= e.Number)))));
        ruling = filter.Standings.Count == 0 ? ruling : ruling.Where(e => filter.Standings.Contains(e.Standing));
        var institutions = filter.OfAnyStanding(db.Institutions);
        institutions = after is { } last ? institutions.Where(i => i.Id.CompareTo(last) < 0) : institutions;
        institutions = filter.Name is null ? institutions : institutions.Where(i => db.DirectoryEntries.Any(e => e.InstitutionId == i.Id && e.SearchName.Contains(filter.Name)));
        return ruling
            .Join(institutions, e => e.InstitutionId, i => i.Id, (_, i) => i.Id)
            .OrderByDescending(id => id)
            .Take(count)
            .ToListAsync(cancellationToken);
    }
}
