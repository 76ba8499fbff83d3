using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Institutions;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Directories;

/// <summary>The institutions of a filter, page by page: for everybody, and with more of each for who is signed in.</summary>
internal static class ListDirectory
{
    /// <summary>The public directory; <paramref name="jurisdiction"/> null = of every bureau.</summary>
    public static async Task<Answer<Page<DirectoryRow>>> PublicAsync(
        string? jurisdiction,
        [AsParameters] DirectoryQuery query,
        PageQuery page,
        FindInstitutions find,
        RegistryDb db,
        PackShelf packs,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        if (!query.In(string.IsNullOrWhiteSpace(jurisdiction) ? null : jurisdiction, clock).Accepted(out var filter, out var refused))
        {
            return ((Outcome<Page<DirectoryRow>>)refused).ToHttp();
        }

        var words = new DirectoryWords(await packs.OpenAsync(cancellationToken), clock.Today);
        Outcome<Page<DirectoryRow>> rows = (await PageAsync(filter, page, find, db, cancellationToken)).Select(row => DirectoryRow.Of(row, words));
        return rows.ToHttp();
    }

    /// <summary>The register of the caller's jurisdiction.</summary>
    public static async Task<Answer<Page<InstitutionRow>>> HandleAsync(
        [AsParameters] DirectoryQuery query, PageQuery page, HttpContext http, FindInstitutions find, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        if (!query.For(http.Caller(), clock).Accepted(out var filter, out var refused))
        {
            return ((Outcome<Page<InstitutionRow>>)refused).ToHttp();
        }

        Outcome<Page<InstitutionRow>> rows = await PageAsync(filter, page, find, db, cancellationToken);
        return rows.ToHttp();
    }

    /// <summary>The rows with these keys, newest first, standing as of the filter's day.</summary>
    public static async Task<List<InstitutionRow>> RowsAsync(IReadOnlyList<Guid> ids, AsOf? asOf, RegistryDb db, CancellationToken cancellationToken)
    {
        if (asOf is null)
        {
            return await db.Institutions.AsNoTracking()
                .Where(i => ids.Contains(i.Id))
                .OrderByDescending(i => i.Id)
                .Select(InstitutionRow.OfInstitution)
                .ToListAsync(cancellationToken);
        }

        var institutions = await db.Institutions.AsNoTracking().Include(i => i.History).Where(i => ids.Contains(i.Id)).OrderByDescending(i => i.Id).ToListAsync(cancellationToken);
        return institutions.ConvertAll(i => InstitutionRow.Of(i).AsOf(i.History, asOf));
    }

    private static async Task<Page<InstitutionRow>> PageAsync(
        DirectoryFilter filter, PageQuery page, FindInstitutions find, RegistryDb db, CancellationToken cancellationToken)
    {
        var ids = await find.PageAsync(filter, page.KeyOf<Guid>(), page.Limit + 1, cancellationToken);
        return page.Cut(await RowsAsync(ids, filter.AsOf, db, cancellationToken), row => row.Id);
    }
}
