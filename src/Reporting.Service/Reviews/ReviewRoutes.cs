namespace Reporting.Reviews;

/// <summary>The feature's endpoints, one file each.</summary>
internal static class ReviewRoutes
{
    public static void MapReviews(this IEndpointRouteBuilder service)
    {
        var reviews = service.MapGroup("/reviews").WithTags("Reviews");
        ListReviews.Map(reviews);
        GetReview.Map(reviews);
        GradeReview.Map(reviews);
        PublishReview.Map(reviews);
    }
}
