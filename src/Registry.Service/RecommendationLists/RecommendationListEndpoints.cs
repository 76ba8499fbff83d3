using ServiceDefaults.Authentication;

namespace Registry.RecommendationLists;

/// <summary>The addresses of recommendation lists.</summary>
internal static class RecommendationListEndpoints
{
    private static readonly string[] Readers = [Roles.DistrictReviewer, Roles.CityReviewer, Roles.Leader, Roles.Auditor];

    public static void MapRecommendationLists(this RouteGroupBuilder api)
    {
        var lists = api.MapGroup("/recommendation-lists").WithTags("recommendation lists");
        lists.MapPost("", IssueRecommendationList.HandleAsync).RequireRoles(Roles.DistrictReviewer);
        lists.MapGet("", ReadRecommendationLists.ListAsync).RequireRoles(Readers);
        lists.MapGet("/{id:guid}", ReadRecommendationLists.GetAsync).RequireRoles(Readers);
    }
}
