using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Institutions;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Reviews;

/// <summary>One review with its steps.</summary>
internal static class GetReview
{
    public static void Map(IEndpointRouteBuilder reviews) => reviews
        .MapGet("/{id:guid}", HandleAsync)
        .RequireRoles(InstitutionVisibility.Readers)
        .WithSummary("One review with its steps");

    private static async Task<Answer<ReviewDetail>> HandleAsync(Guid id, ReportingDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var review = await db.Reviews.AsNoTracking().Include(r => r.Institution).Include(r => r.Steps)
            .VisibleTo(caller).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        Outcome<ReviewDetail> outcome = review is null ? FindReview.NotFound(id) : ReviewDetail.Of(review, caller);
        return outcome.ToHttp();
    }
}
