namespace Contracts.Reporting;

/// <summary>
/// A recognised body's evaluation (绩效评价, ZS-18), or its re-evaluation at the end of a rectification (ZS-19), was published. A state
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
}

/// <summary>What an evaluation is for.</summary>
public static class EvaluationKinds
{
    /// <summary>The yearly evaluation (ZS-18).</summary>
    public const string Yearly = "yearly";

    /// <summary>At the end of a rectification (ZS-19).</summary>
    public const string ReEvaluation = "re-evaluation";
}
