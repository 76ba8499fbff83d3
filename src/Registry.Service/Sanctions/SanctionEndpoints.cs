using ServiceDefaults.Authentication;

namespace Registry.Sanctions;

/// <summary>The addresses of sanction cases.</summary>
internal static class SanctionEndpoints
{
    private static readonly string[] Readers = [Roles.Operator, Roles.DistrictReviewer, Roles.CityReviewer, Roles.Leader, Roles.Auditor];

    public static void MapSanctions(this RouteGroupBuilder api)
    {
        var sanctions = api.MapGroup("/sanctions").WithTags("sanctions");
        sanctions.MapPost("", ProposeSanction.HandleAsync).RequireRoles(Roles.CityReviewer);
        sanctions.MapGet("", ReadSanctions.ListAsync).RequireRoles(Readers);
        sanctions.MapGet("/{id:guid}", ReadSanctions.GetAsync).RequireRoles(Readers);
        sanctions.MapPost("/{id:guid}/confirm", ConfirmSanction.HandleAsync).RequireRoles(Roles.CityReviewer);
        sanctions.MapPost("/{id:guid}/dismiss", DismissSanction.HandleAsync).RequireRoles(Roles.CityReviewer);
        api.MapGet("/rectification-warnings", ReadWarnings.ListAsync).RequireRoles(Roles.CityReviewer, Roles.DistrictReviewer, Roles.Leader, Roles.Auditor).WithTags("sanctions");
    }
}
