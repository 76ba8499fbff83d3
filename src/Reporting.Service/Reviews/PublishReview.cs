using Contracts.Refusals;
using Contracts.Reporting;
using Messaging.Outbox;
using Reporting.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Reviews;

/// <summary>The city publishes a graded review; Funding settles by it (ZS-06).</summary>
internal static class PublishReview
{
    /// <summary>What Funding's ledger can quote as the document behind a settlement.</summary>
    public const int LongestNumber = 100;

    /// <summary>The publication.</summary>
    /// <param name="DocumentNumber">Number of the publishing document.</param>
    internal sealed record Request(string DocumentNumber);

    public static void Map(IEndpointRouteBuilder reviews) => reviews
        .MapPost("/{id:guid}/publish", HandleAsync)
        .RequireRoles(Roles.CityReviewer)
        .WithSummary("Publishes a graded review; the year's money is settled by it");

    /// <summary>Whether this review may be published now, and by this person.</summary>
    public static Outcome<ReviewPublished> Decide(Review review, Request request, Caller caller, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(request.DocumentNumber) || request.DocumentNumber.Length > LongestNumber)
        {
            return Refusal.BadInput(
                "documentNumber",
                request.DocumentNumber,
                $"请填写公布文件的文号，不超过{LongestNumber}个字。",
                $"Give the number of the publishing document, at most {LongestNumber} characters.");
        }

        if (review.Status != ReviewStatus.Graded)
        {
            return Refusal.Conflict(
                "review-not-graded",
                "ZS-06",
                "只有专家已提出等次、尚未公布的考核才能公布。",
                "Only a review that an expert has graded and nobody has published yet can be published.").With("status", review.Status);
        }

        if (caller.Counts(review.GradedBy))
        {
            return Refusal.Forbidden(
                "ZS-06",
                "提出等次的人不能公布同一考核，请由另一人公布。",
                "Whoever proposed the grade may not publish it; another person must.");
        }

        return new ReviewPublished
        {
            ReviewId = review.Id,
            Version = review.Publications + 1,
            InstitutionId = review.InstitutionId,
            Programme = review.Programme,
            FiscalYear = review.FiscalYear,
            Grade = review.Grade!,
            PublishedOn = today,
            DocumentNumber = request.DocumentNumber.Trim(),
        };
    }

    private static async Task<Answer<ReviewView>> HandleAsync(
        Guid id,
        Request request,
        IfMatch seen,
        ReportingDb db,
        ServedReviews served,
        BusinessClock clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteAsync<Outcome<ReviewView>>(
            async ct =>
            {
                if (!(await db.Reviews.FindForEditAsync(id, seen, caller, ct)).Accepted(out var review, out var missing))
                {
                    return missing;
                }

                if (await served.CheckByHandAsync(review, ct) is { } byEvaluation)
                {
                    return byEvaluation;
                }

                if (!Decide(review, request, caller, clock.Today).Accepted(out var published, out var refusal))
                {
                    return refusal;
                }

                (review.Status, review.Publications) = (ReviewStatus.Published, published.Version);
                (review.PublishedGrade, review.PublishedOn) = (published.Grade, published.PublishedOn);
                db.Add(ReviewStep.Of(review, ReviewStep.Published, published.Grade, published.DocumentNumber, caller, clock.UtcNow));
                db.Publish($"review:{review.Id:N}", published);
                await db.SaveChangesAsync(ct);
                return ReviewView.Of(review, caller);
            },
            cancellationToken);
        return outcome.ToHttp();
    }
}
