using ServiceDefaults.Problems;

namespace Registry.Places;

/// <summary>A place as it is shown.</summary>
internal sealed record PlaceView(
    Guid Id, string Jurisdiction, string Code, string Kind, string? Parent, string Zh, string En, DateOnly From, DateOnly? Until, long Version) : IETagged
{
    public static PlaceView Of(Place place) => new(
        place.Id, place.Jurisdiction, place.Code, place.Kind, place.Parent, place.Zh, place.En, place.From, place.Until, place.Version);
}
