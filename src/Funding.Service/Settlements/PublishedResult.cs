namespace Funding.Settlements;

/// <summary>
/// The latest published review of a body's year (绩效考核, ZS-06), as Reporting told it. It moves no money: it waits until two
/// persons settle it in a <see cref="SettlementRun"/> (P-5).
/// </summary>
internal sealed class PublishedResult
{
    public required Guid InstitutionId { get; init; }

    public required int FiscalYear { get; init; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    public required Guid ReviewId { get; init; }

    /// <summary>The review's version that is known; the highest wins.</summary>
    public required long ReviewVersion { get; set; }

    /// <summary>The grade, a key of the pack.</summary>
    public required string Grade { get; set; }

    /// <summary>The day the review was published.</summary>
    public required DateOnly PublishedOn { get; set; }

    /// <summary>Number of the publishing document.</summary>
    public required string DocumentNumber { get; set; }

    /// <summary>The version that the year's settlement applied; 0 = none.</summary>
    public long SettledVersion { get; private set; }

    /// <summary>Whether it waits for its settlement.</summary>
    public bool IsPending { get; private set; } = true;

    /// <summary>The result as a settlement applies it.</summary>
    public ReviewResult Review => new(ReviewId, ReviewVersion, Grade, PublishedOn, DocumentNumber);

    /// <summary>Notes that the settlement has applied it.</summary>
    public void Settle() => (SettledVersion, IsPending) = (ReviewVersion, false);

    /// <summary>Takes over a corrected review.</summary>
    public void Correct(long version, string grade, DateOnly publishedOn, string documentNumber) =>
        (ReviewVersion, Grade, PublishedOn, DocumentNumber, IsPending) = (version, grade, publishedOn, documentNumber, true);
}

/// <summary>A published review of a body's year, as the settlement applies it.</summary>
internal sealed record ReviewResult(Guid ReviewId, long Version, string Grade, DateOnly PublishedOn, string DocumentNumber);
