using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Places;

/// <summary>A bureau enters a district, zone or park of its own; an administrator names the bureau.</summary>
internal static class EnterPlace
{
    internal const int MostPlaces = 5_000;

    internal sealed record PlaceRequest(string Code, string Kind, string Zh, string En, DateOnly From, string? Parent = null, DateOnly? Until = null, string? Jurisdiction = null);

    public static async Task<CreatedAnswer<PlaceView>> HandleAsync(PlaceRequest request, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<Place>(
            async ct =>
            {
                if ((caller.Jurisdiction ?? request.Jurisdiction) is not { Length: > 0 } jurisdiction)
                {
                    return Refusal.BadInput("jurisdiction", given: null, "请注明所属地区。", "Name the jurisdiction.");
                }

                var refused = PlaceChecks.Code(request.Code)
                    ?? PlaceChecks.Names(request.Zh, request.En)
                    ?? PlaceChecks.Days(request.From, request.Until)
                    ?? await PlaceChecks.ParentAsync(db, jurisdiction, request.Kind, request.Parent, ct)
                    ?? await TakenAsync(db, jurisdiction, request.Code, ct);
                if (refused is not null)
                {
                    return refused;
                }

                var place = new Place
                {
                    Jurisdiction = jurisdiction,
                    Code = request.Code,
                    Kind = request.Kind,
                    Parent = request.Parent,
                    Zh = request.Zh.Trim(),
                    En = request.En.Trim(),
                    From = request.From,
                    Until = request.Until,
                };
                db.Places.Add(place);
                await db.SaveChangesAsync(ct);
                return place;
            },
            cancellationToken);
        return outcome.ToCreated(PlaceView.Of, view => $"/api/registry/places/{view.Id}");
    }

    private static async Task<Refusal?> TakenAsync(RegistryDb db, string jurisdiction, string code, CancellationToken cancellationToken)
    {
        if (await db.Places.AnyAsync(place => place.Jurisdiction == jurisdiction && place.Code == code, cancellationToken))
        {
            return Refusal.Conflict("code-taken", "code", $"代码“{code}”已有区域使用。", $"A place has the code '{code}' already.").With("code", code);
        }

        return await db.Places.CountAsync(place => place.Jurisdiction == jurisdiction, cancellationToken) >= MostPlaces
            ? Refusal.Conflict("too-many-places", "places", $"区域不得超过 {MostPlaces} 个。", $"There are {MostPlaces} places already, which is the most.")
            : null;
    }
}
