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

    internal sealed record ParkCarrierList(DateOnly From, DateOnly To, IReadOnlyList<ParkCarriers> Items);

    /// <summary>What counting needs of an institution.</summary>
    internal sealed record Carrier(string Park, IReadOnlyList<StandingEntry> History);

    public static async Task<Answer<ParkCarrierList>> HandleAsync(
        string? programme, DateOnly from, DateOnly to, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        Outcome<ParkCarrierList> outcome = to < from
            ? Refusal.BadInput("to", to, "截止日早于起始日。", "The period ends before it begins.").With("from", from)
            : new ParkCarrierList(from, to, await CountAsync(programme, from, to, http.Caller(), db, cancellationToken));
        return outcome.ToHttp();
    }

    /// <summary>Created: first filed or recognised within the period. Standing: filed or recognised at its end.</summary>
    public static (int Created, int Standing) Count(IEnumerable<Carrier> carriers, DateOnly from, DateOnly to)
    {
        var (created, standing) = (0, 0);
        foreach (var carrier in carriers)
        {
            var first = carrier.History.Where(entry => Standings.IsRecognised(entry.Standing)).Min(entry => (DateOnly?)entry.EffectiveFrom);
            created += first >= from && first <= to ? 1 : 0;
            standing += StandingOn.Find(carrier.History, to) is { } entry && Standings.IsRecognised(entry.Standing) ? 1 : 0;
        }

        return (created, standing);
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
        var carriers = await db.Institutions.AsNoTracking()
            .Where(i => i.Jurisdiction == jurisdiction && i.Park != null && codes.Contains(i.Park) && (programme == null || i.Programme == programme))
            .Select(i => new { i.Park, i.History })
            .ToListAsync(cancellationToken);
        var byPark = carriers.ToLookup(carrier => carrier.Park!, carrier => new Carrier(carrier.Park!, carrier.History), StringComparer.Ordinal);
        return [.. parks.Select(p =>
        {
            var (created, standing) = Count(byPark[p.Code], from, to);
            return new ParkCarriers(p.Code, p.Zh, p.En, p.Parent, created, standing);
        })];
    }
}
