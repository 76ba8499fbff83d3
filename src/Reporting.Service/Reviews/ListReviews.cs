using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Institutions;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Reviews;

/// <summary>Lists the reviews that the caller may see, newest first.</summary>
internal static class ListReviews
{
    public static void Map(IEndpointRouteBuilder reviews) => reviews
        .MapGet("/", HandleAsync)
        .RequireRoles(InstitutionVisibility.Readers)
        .WithSummary("Lists reviews, newest first");

    private static async Task<Page<ReviewView>> HandleAsync(
        int? year, Choice<ReviewStatus>? status, PageQuery page, ReportingDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var only = status?.Value;
        var caller = http.Caller();
        var reviews = db.Reviews.AsNoTracking().Include(r => r.Institution).VisibleTo(caller);
        reviews = year is null ? reviews : reviews.Where(r => r.FiscalYear == year);
        reviews = only is null ? reviews : reviews.Where(r => r.Status == only);
        return (await reviews.ToPageAsync(page, r => r.Id, cancellationToken, newestFirst: true)).Select(review => ReviewView.Of(review, caller));
    }
}
