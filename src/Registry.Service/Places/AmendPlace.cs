using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Places;

/// <summary>A bureau renames a place, moves a park, or names its last day. Code and kind stay: accounts and institutions name them.</summary>
internal static class AmendPlace
{
    internal sealed record AmendRequest(string Zh, string En, string? Parent = null, DateOnly? Until = null);

    public static async Task<Answer<PlaceView>> HandleAsync(
        Guid id, AmendRequest request, IfMatch seen, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var own = http.Caller().Jurisdiction;
        var outcome = await db.WriteUniqueAsync<Place>(
            async ct =>
            {
                var place = await db.Places.SingleOrDefaultAsync(p => p.Id == id && (own == null || p.Jurisdiction == own), ct);
                if (place is null)
                {
                    return Refusal.NotFound("place", id, "区域");
                }

                var refused = seen.Check(place)
                    ?? PlaceChecks.Names(request.Zh, request.En)
                    ?? PlaceChecks.Days(place.From, request.Until)
                    ?? await PlaceChecks.ParentAsync(db, place.Jurisdiction, place.Kind, request.Parent, ct);
                if (refused is not null)
                {
                    return refused;
                }

                (place.Zh, place.En, place.Parent, place.Until) = (request.Zh.Trim(), request.En.Trim(), request.Parent, request.Until);
                await db.SaveChangesAsync(ct);
                return place;
            },
            cancellationToken);
        return outcome.ToHttp(PlaceView.Of);
    }
}
