using ServiceDefaults.Authentication;

namespace Registry.Places;

/// <summary>The addresses of districts, zones and parks.</summary>
internal static class PlaceEndpoints
{
    private static readonly string[] Keepers = [Roles.CityReviewer, Roles.Admin];
    private static readonly string[] Levels = [Roles.ParkReviewer, Roles.DistrictReviewer, Roles.CityReviewer, Roles.Leader, Roles.Auditor];

    public static void MapPlaces(this RouteGroupBuilder api)
    {
        var places = api.MapGroup("/places").WithTags("places");
        places.MapGet("", ReadPlaces.ListAsync).RequireAuthorization();
        places.MapGet("/{id:guid}", ReadPlaces.GetAsync).RequireAuthorization();
        places.MapPost("", EnterPlace.HandleAsync).RequireRoles(Keepers);
        places.MapPut("/{id:guid}", AmendPlace.HandleAsync).RequireRoles(Keepers);
        places.MapGet("/parks/carriers", CountCarriers.HandleAsync).RequireRoles(Levels);
        places.MapGet("/parks/carriers/export", ExportCarriers.HandleAsync).RequireRoles(Levels);
        api.MapGet("/public/places", ReadPlaces.ListPublicAsync).AllowAnonymous().WithTags("places");
        api.MapPut("/institutions/{id:guid}/park", MoveToPark.HandleAsync).RequireRoles(Roles.DistrictReviewer, Roles.CityReviewer).WithTags("places");
    }
}
