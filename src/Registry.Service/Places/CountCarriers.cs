using Contracts.Refusals;
using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Policies.Places;
using Registry.Data;
using Registry.Institutions;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Places;

/// <summary>Per park: the carriers created in a period, and those on the register at its end (EI-12). A park sees itself, a district its parks, the city all.</summary>
internal static class CountCarriers
{
    /// <summary>A park with its carriers: <paramref name="Created"/> in the period, <paramref name="Standing"/> on the register at its end.</summary>
    internal sealed record ParkCarriers(string Park, string Zh, string En, string? District, int Created, int Standing);

    private static readonly string[] Recognised = [.. Standings.All.Where(Standings.IsRecognised)];
    private static readonly string[] Ended = [.. Standings.All.Where(Standings.HasEnded)];

    internal sealed record ParkCarrierList(DateOnly From, DateOnly To, IReadOnlyList<ParkCarriers> Items);

    public static async Task<Answer<ParkCarrierList>> HandleAsync(
        string? programme, DateOnly from, DateOnly to, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        Outcome<ParkCarrierList> outcome = to < from
            ? Refusal.BadInput("to", to, "截止日早于起始日。", "The period ends before it begins.").With("from", from)
            : new ParkCarrierList(from, to, await CountAsync(programme, from, to, http.Caller(), db, cancellationToken));
        return outcome.ToHttp();
    }

    public static Task<IReadOnlyList<ParkCarriers>> RowsAsync(
        string? programme, DateOnly from, DateOnly to, HttpContext http, RegistryDb db, CancellationToken cancellationToken) =>
        CountAsync(programme, from, to, http.Caller(), db, cancellationToken);

    private static async Task<IReadOnlyList<ParkCarriers>> CountAsync(
        string? programme, DateOnly from, DateOnly to, Caller caller, RegistryDb db, CancellationToken cancellationToken)
    {
        var (jurisdiction, all) = (caller.Jurisdiction, caller.IsAny(Roles.CityReviewer, Roles.Leader, Roles.Auditor));
        var (district, park) = (caller.Is(Roles.DistrictReviewer) ? caller.District : null, caller.Is(Roles.ParkReviewer) ? caller.Park : null);
        var parks = await db.Places.AsNoTracking()
            .Where(p => p.Jurisdiction == jurisdiction && p.Kind == PlaceKinds.Park && p.From <= to && (p.Until == null || p.Until >= from))
            .Where(p => all || (district != null && p.Parent == district) || (park != null && p.Code == park))
            .OrderBy(p => p.Parent).ThenBy(p => p.Code)
            .ToListAsync(cancellationToken);
        var codes = parks.Select(p => p.Code).ToList();
        var carriers = db.Institutions.AsNoTracking()
            .Where(i => i.Jurisdiction == jurisdiction && i.Park != null && codes.Contains(i.Park) && (programme == null || i.Programme == programme));
        var created = await CountAsync(CreatedWithin(carriers, from, to), cancellationToken);
        var standing = await CountAsync(StandingOn(carriers, to), cancellationToken);
        return [.. parks.Select(p => new ParkCarriers(p.Code, p.Zh, p.En, p.Parent, created.GetValueOrDefault(p.Code), standing.GetValueOrDefault(p.Code)))];
    }

    /// <summary>Those first filed or recognised within the period.</summary>
    private static IQueryable<Institution> CreatedWithin(IQueryable<Institution> carriers, DateOnly from, DateOnly to) => carriers.Where(i =>
        i.History.Any(entry => Recognised.Contains(entry.Standing) && entry.EffectiveFrom >= from && entry.EffectiveFrom <= to)
        && !i.History.Any(entry => Recognised.Contains(entry.Standing) && entry.EffectiveFrom < from));

    /// <summary>Those filed or recognised on a day, by the entry of their history that rules it (<see cref="Institutions.StandingOn.Find"/>).</summary>
    private static IQueryable<Institution> StandingOn(IQueryable<Institution> carriers, DateOnly day) => carriers.Where(i => Recognised.Contains(
        i.History
            .Where(entry => entry.EffectiveFrom <= day
                && !i.History.Any(end => Ended.Contains(end.Standing) && end.EffectiveFrom <= day && end.Number > entry.Number))
            .OrderByDescending(entry => entry.EffectiveFrom)
            .ThenByDescending(entry => entry.Number)
            .Select(entry => entry.Standing)
            .FirstOrDefault()!));

    private static Task<Dictionary<string, int>> CountAsync(IQueryable<Institution> carriers, CancellationToken cancellationToken) => carriers
        .GroupBy(i => i.Park!)
        .Select(park => new { park.Key, Count = park.Count() })
        .ToDictionaryAsync(park => park.Key, park => park.Count, cancellationToken);
}
