using ServiceDefaults.Authentication;

namespace Registry.Experts;

/// <summary>The addresses of the experts' register.</summary>
internal static class ExpertEndpoints
{
    public static void MapExperts(this RouteGroupBuilder api)
    {
        var experts = api.MapGroup("/experts").WithTags("experts");
        experts.MapPost("", EnrolExpert.HandleAsync).RequireRoles(Roles.Expert);
        experts.MapGet("/enrolled", FindExperts.HandleAsync).RequireRoles(Roles.Service);
        experts.MapGet("", ReadExperts.HandleAsync).RequireRoles(Roles.Expert, Roles.CityReviewer, Roles.Leader, Roles.Auditor);
    }
}
