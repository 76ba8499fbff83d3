using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Places;

/// <summary>The places of a bureau; their names are no secret.</summary>
internal static class ReadPlaces
{
    public static Task<Page<PlaceView>> ListAsync(
        string? jurisdiction, string? kind, string? parent, DateOnly? on, PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        // The platform's own callers, who have no jurisdiction, see all.
        var own = http.Caller().Jurisdiction;
        return PageAsync(db.Places.Where(place => own == null || place.Jurisdiction == own), jurisdiction, kind, parent, on, page, cancellationToken);
    }

    public static Task<Page<PlaceView>> ListPublicAsync(
        string? jurisdiction, string? kind, string? parent, DateOnly? on, PageQuery page, RegistryDb db, CancellationToken cancellationToken) =>
        PageAsync(db.Places, jurisdiction, kind, parent, on, page, cancellationToken);

    public static async Task<Answer<PlaceView>> GetAsync(Guid id, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var own = http.Caller().Jurisdiction;
        var place = await db.Places.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && (own == null || p.Jurisdiction == own), cancellationToken);
        Outcome<Place> outcome = place is null ? Refusal.NotFound("place", id, "区域") : place;
        return outcome.ToHttp(PlaceView.Of);
    }

    private static async Task<Page<PlaceView>> PageAsync(
        IQueryable<Place> places, string? jurisdiction, string? kind, string? parent, DateOnly? on, PageQuery page, CancellationToken cancellationToken)
    {
        places = jurisdiction is null ? places : places.Where(place => place.Jurisdiction == jurisdiction);
        places = kind is null ? places : places.Where(place => place.Kind == kind);
        places = parent is null ? places : places.Where(place => place.Parent == parent);
        places = on is null ? places : places.Where(place => place.From <= on && (place.Until == null || place.Until >= on));
        return (await places.AsNoTracking().ToPageAsync(page, place => place.Id, cancellationToken)).Select(PlaceView.Of);
    }
}
