using Microsoft.EntityFrameworkCore;
using Policies;
using Reporting.Data;
using Reporting.Institutions;

namespace Reporting.Registers;

/// <summary>The entries of a programme that its targets count, and the standings of the institutions that they are about.</summary>
internal sealed record RegisterFacts(IReadOnlyList<KnownEntry> Entries, ILookup<Guid, StandingEntry> Standings)
{
    public static readonly RegisterFacts None = new([], Array.Empty<StandingEntry>().ToLookup(entry => entry.InstitutionId));

    /// <summary>What is counted on a day, in a district or in all; what is about an institution counts while that is recognised or filed.</summary>
    public long Count(RegisterCount count, PolicyPack pack, DateOnly day, string? district) =>
        EntryCounts.On(count, pack, Counting(day).Where(entry => district is null || entry.District == district), day);

    /// <summary>The institutions whose entries count on a day.</summary>
    public IReadOnlySet<Guid> Institutions(RegisterCount count, PolicyPack pack, DateOnly day) => Counting(day)
        .Where(entry => entry.InstitutionId is not null)
        .GroupBy(entry => entry.InstitutionId!.Value)
        .Where(own => EntryCounts.On(count, pack, own, day) > 0)
        .Select(own => own.Key).ToHashSet();

    /// <summary>Those of several programmes.</summary>
    public static async Task<IReadOnlyDictionary<string, RegisterFacts>> OfAsync(
        ReportingDb db, IEnumerable<PolicyPack> packs, CancellationToken cancellationToken)
    {
        var counting = packs.SelectMany(pack => pack.Targets.Select(target => (pack.Programme, target.Counted?.Register))).Where(one => one.Register is not null).ToList();
        var (programmes, registers) = (counting.Select(one => one.Programme).Distinct().ToList(), counting.Select(one => one.Register).Distinct().ToList());
        if (counting.Count == 0)
        {
            return new Dictionary<string, RegisterFacts>(StringComparer.Ordinal);
        }

        var entries = db.CountedEntries.AsNoTracking().Where(e => programmes.Contains(e.Programme) && registers.Contains(e.Register));
        var read = (await entries.ToListAsync(cancellationToken)).ToLookup(e => e.Programme, e => e.Read(), StringComparer.Ordinal);
        var standings = (await db.Institutions.AsNoTracking().Where(i => entries.Any(e => e.InstitutionId == i.Id)).SelectMany(i => i.Standings).ToListAsync(cancellationToken))
            .ToLookup(standing => standing.InstitutionId);
        return programmes.ToDictionary(programme => programme, programme => new RegisterFacts([.. read[programme]], standings), StringComparer.Ordinal);
    }

    private IEnumerable<KnownEntry> Counting(DateOnly day) =>
        Entries.Where(entry => entry.InstitutionId is not { } about || StandingOn.Recognised.Contains(StandingOn.Of(Standings[about], day)));
}
