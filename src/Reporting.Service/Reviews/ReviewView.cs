using System.Text.Json.Serialization;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Reviews;

/// <summary>A review as a list shows it. Amounts in fen.</summary>
internal sealed record ReviewView(
    Guid Id,
    Guid InstitutionId,
    string InstitutionName,
    string District,
    string Programme,
    int FiscalYear,
    ReviewStatus Status,
    long PaidFen,
    string? Grade,
    string? PublishedGrade,
    DateOnly? PublishedOn,
    long Publications,
    Guid? EvaluationId,
    long? EntitledFen,
    long? ClawbackFen,
    long Version) : IETagged
{
    /// <summary>A grade that is only proposed is not the body's to see: the city may yet publish another.</summary>
    public static ReviewView Of(Review review, Caller caller) => new(
        review.Id,
        review.InstitutionId,
        review.Institution.Name,
        review.Institution.District,
        review.Programme,
        review.FiscalYear,
        review.Status,
        review.PaidFen,
        caller.Is(Roles.Operator) ? review.PublishedGrade : review.Grade,
        review.PublishedGrade,
        review.PublishedOn,
        review.Publications,
        review.EvaluationId,
        review.EntitledFen,
        review.ClawbackFen,
        review.Version);
}

/// <summary>A review with all its steps, oldest first.</summary>
/// <param name="Review">The review.</param>
/// <param name="Steps">What was done with it.</param>
/// <param name="OwnGrade">Whether the caller proposed the grade: another person publishes it (P-5).</param>
internal sealed record ReviewDetail(ReviewView Review, IReadOnlyList<ReviewStepView> Steps, bool OwnGrade) : IETagged
{
    [JsonIgnore]
    public long Version => Review.Version;

    public static ReviewDetail Of(Review review, Caller caller)
    {
        var steps = review.Steps.OrderBy(s => s.At).ThenBy(s => s.Id).ToList();
        var shown = caller.Is(Roles.Operator) ? steps.FindLastIndex(s => s.What == ReviewStep.Published) + 1 : steps.Count;
        return new ReviewDetail(ReviewView.Of(review, caller), [.. steps.Take(shown).Select(ReviewStepView.Of)], caller.Counts(review.GradedBy));
    }
}

/// <summary>One step of a review: what, by whom, when and why.</summary>
internal sealed record ReviewStepView(string What, string Grade, string Reason, string ByName, DateTime At)
{
    public static ReviewStepView Of(ReviewStep step) => new(step.What, step.Grade, step.Reason, step.ByName, step.At);
}
