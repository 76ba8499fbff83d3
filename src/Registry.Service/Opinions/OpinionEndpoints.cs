using ServiceDefaults.Authentication;

namespace Registry.Opinions;

/// <summary>The addresses of the register of opinions and reports (ZS-32).</summary>
internal static class OpinionEndpoints
{
    public static void MapOpinions(this RouteGroupBuilder api)
    {
        api.MapPost("/institutions/{id:guid}/opinions", RegisterOpinion.HandleAsync).RequireRoles(Roles.Operator).WithTags("opinions");
        api.MapGet("/opinions", ReadOpinions.ListAsync).RequireAuthorization().WithTags("opinions");
        api.MapGet("/public/opinions/{number}", ReadOpinions.VerifyAsync).AllowAnonymous().WithTags("public");
    }
}
