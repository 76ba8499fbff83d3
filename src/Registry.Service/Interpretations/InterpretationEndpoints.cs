using ServiceDefaults.Authentication;

namespace Registry.Interpretations;

/// <summary>The addresses of interpretations (ZS-33).</summary>
internal static class InterpretationEndpoints
{
    public static void MapInterpretations(this RouteGroupBuilder api)
    {
        var interpretations = api.MapGroup("/interpretations").WithTags("interpretations");
        interpretations.MapPost("", EnterInterpretation.HandleAsync).RequireRoles(Roles.CityReviewer);
        interpretations.MapGet("", ListInterpretations.HandleAsync).RequireAuthorization();
    }
}
