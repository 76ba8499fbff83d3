namespace Contracts.Reporting;

/// <summary>
/// A recognised or filed body's evaluation (绩效评价, ZS-18, EO-11, EI-09, SD-08), or its re-evaluation at the end of a rectification (ZS-19), was published. A state
/// event: a correction has a higher <see cref="Version"/>, and the highest wins.
/// </summary>
[EventName("reporting.evaluation-published", "registry", "funding")]
public sealed record EvaluationPublished
{
    /// <summary>The evaluation.</summary>
    public required Guid EvaluationId { get; init; }

    /// <summary>1 at first publication, one more at each correction.</summary>
    public required long Version { get; init; }

    /// <summary>Who was evaluated.</summary>
    public required Guid InstitutionId { get; init; }

    /// <summary>The programme.</summary>
    public required string Programme { get; init; }

    /// <summary>The year evaluated; of a re-evaluation the year of the failed evaluation that it follows.</summary>
    public required int Year { get; init; }

    /// <summary>One of <see cref="EvaluationKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The grade's key in the programme's pack.</summary>
    public required string Grade { get; init; }

    /// <summary>The day of publication.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>Number of the publishing document.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The evaluation as the programme's pack names it; null where the pack names none, and from an older sender.</summary>
    public string? Scheme { get; init; }

    /// <summary>The score behind the grade, in hundredths of a point; null where a third party graded without one.</summary>
    public int? ScoreHundredths { get; init; }
}

/// <summary>What an evaluation is for.</summary>
public static class EvaluationKinds
{
    /// <summary>The yearly evaluation (ZS-18).</summary>
    public const string Yearly = "yearly";

    /// <summary>At the end of a rectification (ZS-19).</summary>
    public const string ReEvaluation = "re-evaluation";
}
