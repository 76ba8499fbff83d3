using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Institutions;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Directories;

/// <summary>
/// How many institutions each value of each filter would leave, the other filters as they are. Read from the groups' counts, so it costs
/// the same for a million. Names and past days are in no group: there the values are still told, without counts, and why.
/// </summary>
internal static class CountDirectory
{
    /// <summary>A value, its name, and how many; null = not counted.</summary>
    internal sealed record ValueCount(string Value, Label? Label, int? Count);

    /// <summary>The values of every filter. <paramref name="Uncounted"/> says why nothing is counted.</summary>
    internal sealed record DirectoryCounts(
        int? Total,
        IReadOnlyList<ValueCount> Jurisdictions,
        IReadOnlyList<ValueCount> Programmes,
        IReadOnlyList<ValueCount> Types,
        IReadOnlyList<ValueCount> Districts,
        IReadOnlyList<ValueCount> Fields,
        IReadOnlyList<ValueCount> Standings,
        Label? Uncounted);

    private static readonly Label Uncountable = new(
        "按名称或以往日期查询时不统计数量：逐一统计百万机构会拖慢所有人的查询。", "Not counted for a name or a past day: counting a million institutions would slow everybody down.");

    public static async Task<Answer<DirectoryCounts>> PublicAsync(
        string? jurisdiction, [AsParameters] DirectoryQuery query, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken) =>
        (await CountAsync(query.In(string.IsNullOrWhiteSpace(jurisdiction) ? null : jurisdiction, clock), db, packs, clock, cancellationToken)).ToHttp();

    public static async Task<Answer<DirectoryCounts>> HandleAsync(
        [AsParameters] DirectoryQuery query, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken) =>
        (await CountAsync(query.For(http.Caller(), clock), db, packs, clock, cancellationToken)).ToHttp();

    private static async Task<Outcome<DirectoryCounts>> CountAsync(
        Outcome<DirectoryFilter> asked, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        if (!asked.Accepted(out var filter, out var refused))
        {
            return refused;
        }

        var groups = await db.DirectoryGroups.AsNoTracking().Where(g => g.Count > 0).ToListAsync(cancellationToken);
        return Count(groups, filter, new DirectoryWords(await packs.OpenAsync(cancellationToken), clock.Today));
    }

    public static DirectoryCounts Count(IReadOnlyList<DirectoryGroup> groups, DirectoryFilter filter, DirectoryWords words)
    {
        var counted = filter is { Name: null, AsOf: null };
        return new DirectoryCounts(
            counted ? filter.Of(groups.AsQueryable()).Sum(g => g.Count) : null,
            Values(groups, filter with { Jurisdiction = null }, g => g.Jurisdiction, _ => null, counted),
            Values(groups, filter with { Programme = null }, g => g.Programme, g => words.Programme(g.Programme), counted),
            Values(groups, filter with { Category = null }, g => g.Category, g => words.Category(g.Programme, g.Category), counted),
            Values(groups, filter with { District = null }, g => g.District, g => words.District(g.Programme, g.District), counted),
            Values(groups, filter with { Field = null }, g => g.Field, g => words.Field(g.Programme, g.Field), counted),
            Values(groups, filter with { Standings = [] }, g => g.Standing, g => StandingWords.LabelOf(g.Standing), counted),
            counted ? null : Uncountable);
    }

    private static IReadOnlyList<ValueCount> Values(
        IReadOnlyList<DirectoryGroup> groups, DirectoryFilter others, Func<DirectoryGroup, string?> value, Func<DirectoryGroup, Label?> label, bool counted) =>
        [.. others.Of(groups.AsQueryable()).AsEnumerable()
            .Where(g => value(g) is not null)
            .GroupBy(g => value(g)!, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new ValueCount(same.Key, label(same.First()), counted ? same.Sum(g => g.Count) : null))];
}
