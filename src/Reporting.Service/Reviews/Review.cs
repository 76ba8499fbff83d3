using Reporting.Evaluations;
using Reporting.Institutions;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;

namespace Reporting.Reviews;

/// <summary>Where a review stands.</summary>
internal enum ReviewStatus
{
    /// <summary>Money was paid for the year, nobody graded its use yet.</summary>
    Due,

    /// <summary>An expert proposed a grade; the city has not published it.</summary>
    Graded,

    /// <summary>Published; Funding settles by it.</summary>
    Published,
}

/// <summary>
/// The performance review (绩效考核) of one body's money of one fiscal year: ZS-06. A payment makes it due, an expert grades it,
/// the city publishes it. A published review that turns out wrong is graded and published again, under a higher version.
/// </summary>
internal sealed class Review : IVersioned, IOfInstitution
{
    public required Guid Id { get; init; }

    public required Guid InstitutionId { get; init; }

    public Institution Institution { get; init; } = null!;

    public required string Programme { get; init; }

    public required int FiscalYear { get; init; }

    public ReviewStatus Status { get; set; } = ReviewStatus.Due;

    /// <summary>Net amount paid for the year so far, in fen.</summary>
    public long PaidFen { get; set; }

    /// <summary>The grade that an expert proposed last, a key of the pack.</summary>
    public string? Grade { get; set; }

    /// <summary>The expert who proposed it: may not publish it.</summary>
    public Hands? GradedBy { get; set; }

    /// <summary>How often the review was published: the version of the published result.</summary>
    public long Publications { get; set; }

    public string? PublishedGrade { get; set; }

    public DateOnly? PublishedOn { get; set; }

    /// <summary>The yearly evaluation that serves as this review (ZS-06); null where people graded it by hand.</summary>
    public Guid? EvaluationId { get; set; }

    /// <summary>The version of the settlement below; an older one never overwrites it.</summary>
    public long SettlementVersion { get; set; }

    public long? EntitledFen { get; set; }

    public long? ClawbackFen { get; set; }

    public long Version { get; set; }

    public List<ReviewStep> Steps { get; } = [];
}

/// <summary>One step in a review's life: who did what when, and why. Never changed.</summary>
internal sealed class ReviewStep
{
    /// <summary>An expert proposed a grade.</summary>
    public const string Graded = "graded";

    /// <summary>A proposed correction was taken back: the published grade stands.</summary>
    public const string Withdrawn = "correction-withdrawn";

    /// <summary>The city published it.</summary>
    public const string Published = "published";

    public required Guid Id { get; init; }

    public required Guid ReviewId { get; init; }

    /// <summary>What happened: one of the words above.</summary>
    public required string What { get; init; }

    public required string Grade { get; init; }

    /// <summary>The expert's justification, or the publishing document's number.</summary>
    public required string Reason { get; init; }

    public required Hands By { get; init; }

    public required string ByName { get; init; }

    /// <summary>Instant on the business clock, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Whose grade the last publication published; null where there is none.</summary>
    public static Hands? PublishedAuthor(IEnumerable<ReviewStep> steps) => steps.OrderByDescending(s => s.At).ThenByDescending(s => s.Id)
        .SkipWhile(s => s.What != Published).FirstOrDefault(s => s.What == Graded)?.By;

    public static ReviewStep Of(Review review, string what, string grade, string reason, Caller caller, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        ReviewId = review.Id,
        What = what,
        Grade = grade,
        Reason = reason,
        By = caller.Hands(),
        ByName = caller.SignedName(),
        At = now,
    };

    /// <summary>A yearly evaluation was published and serves as the review (ZS-06); who published it published this.</summary>
    public static ReviewStep Served(Review review, Evaluation evaluation, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        ReviewId = review.Id,
        What = Published,
        Grade = evaluation.PublishedGrade!,
        Reason = evaluation.PublicationNumber!,
        By = evaluation.PublishedBy!,
        ByName = evaluation.PublishedByName!,
        At = now,
    };
}

/// <summary>A payment that a review counts: each advance once, by its own id.</summary>
internal sealed class CountedAdvance
{
    public required Guid AdvanceId { get; init; }

    public required Guid ReviewId { get; init; }

    public required long AmountFen { get; init; }

    public bool Reversed { get; set; }

    /// <summary>The key under which events wait for an advance that is not known yet.</summary>
    public static string WaitingKey(Guid advanceId) => $"advance:{advanceId:N}";
}
