using ServiceDefaults.Authentication;

namespace Reporting.Reviews;

/// <summary>The feature's endpoints, one file each.</summary>
internal static class ReviewRoutes
{
    /// <summary>Who may read reviews at all; which rows, <see cref="ReviewVisibility"/> decides.</summary>
    public static readonly string[] Readers =
    [
        Roles.Operator, Roles.DistrictReviewer, Roles.CityReviewer, Roles.Expert, Roles.FinanceMaker, Roles.FinanceApprover,
        Roles.Leader, Roles.Auditor,
    ];

    public static void MapReviews(this IEndpointRouteBuilder service)
    {
        var reviews = service.MapGroup("/reviews").WithTags("Reviews");
        ListReviews.Map(reviews);
        GetReview.Map(reviews);
        GradeReview.Map(reviews);
        PublishReview.Map(reviews);
    }
}
