using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Reporting.Institutions;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Reviews;

/// <summary>Finds a review for an edit.</summary>
internal static class FindReview
{
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
