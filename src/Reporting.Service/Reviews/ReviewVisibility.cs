using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Reviews;

/// <summary>Which reviews a caller may see: those of its bureau, an operator only its own body's, a district only its district's.</summary>
internal static class ReviewVisibility
{
    public static IQueryable<Review> VisibleTo(this IQueryable<Review> reviews, Caller caller)
    {
        reviews = reviews.Where(r => r.Institution.Jurisdiction == caller.Jurisdiction);
        if (caller.Is(Roles.Operator))
        {
            return reviews.Where(r => r.Institution.Organisation == caller.Organisation);
        }

        return caller.Is(Roles.DistrictReviewer) ? reviews.Where(r => r.Institution.District == caller.District) : reviews;
    }

    /// <summary>The review behind <paramref name="id"/> for an edit that was based on the version <paramref name="seen"/>.</summary>
    public static async Task<Outcome<Review>> FindForEditAsync(
        this IQueryable<Review> reviews, Guid id, IfMatch seen, Caller caller, CancellationToken cancellationToken)
    {
        var review = await reviews.Include(r => r.Institution).VisibleTo(caller).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (review is null)
        {
            return NotFound(id);
        }

        return seen.Check(review) is { } stale ? stale : review;
    }

    public static Refusal NotFound(Guid id) => Refusal.NotFound("review", id, "绩效考核");
}
