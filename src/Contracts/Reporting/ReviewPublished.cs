namespace Contracts.Reporting;

/// <summary>
/// The performance review of a body's money of one year (绩效考核, ZS-06) was published. A state event: a correction has a
/// higher <see cref="Version"/>, and the highest wins.
/// </summary>
[EventName("reporting.review-published", "funding")]
public sealed record ReviewPublished
{
    /// <summary>The review.</summary>
    public required Guid ReviewId { get; init; }

    /// <summary>1 at first publication, one more at each correction.</summary>
    public required long Version { get; init; }

    /// <summary>Whose money was reviewed.</summary>
    public required Guid InstitutionId { get; init; }

    /// <summary>The programme.</summary>
    public required string Programme { get; init; }

    /// <summary>The fiscal year reviewed.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>The grade's key in the programme's pack: <c>excellent</c>, <c>good</c>, <c>pass</c>, <c>fail</c>.</summary>
    public required string Grade { get; init; }

    /// <summary>The day of publication.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>Number of the publishing document.</summary>
    public required string DocumentNumber { get; init; }
}
