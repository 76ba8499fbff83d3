using ServiceDefaults.Authentication;

namespace Registry.Institutions;

/// <summary>The addresses of the register of institutions.</summary>
internal static class InstitutionEndpoints
{
    public static void MapInstitutions(this RouteGroupBuilder api)
    {
        api.MapPost("/applications/{id:guid}/enter-construction", EnterUnderConstruction.HandleAsync)
            .RequireRoles(Roles.CityReviewer)
            .WithTags("institutions");
        api.MapPost("/applications/{id:guid}/file", FileApplication.HandleAsync).RequireRoles(Roles.CityReviewer).WithTags("institutions");
        var institutions = api.MapGroup("/institutions").WithTags("institutions").RequireAuthorization();
        institutions.MapGet("/{id:guid}", ReadInstitutions.GetAsync);
        institutions.MapGet("/{id:guid}/standing", AskStanding.HandleAsync);
    }
}
