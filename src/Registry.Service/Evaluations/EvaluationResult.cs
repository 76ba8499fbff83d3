using ServiceDefaults.Data;

namespace Registry.Evaluations;

/// <summary>A published evaluation (ZS-18) or re-evaluation (ZS-19) of an institution: the newest version that is known here.</summary>
internal sealed class EvaluationResult : IVersioned
{
    /// <summary>The evaluation, as Reporting keys it.</summary>
    public required Guid Id { get; init; }

    public required Guid InstitutionId { get; init; }

    public required string Programme { get; init; }

    public required int Year { get; init; }

    /// <summary>One of <see cref="Contracts.Reporting.EvaluationKinds"/>.</summary>
    public required string Kind { get; init; }

    public required string Grade { get; set; }

    public required DateOnly PublishedOn { get; set; }

    public required string DocumentNumber { get; set; }

    /// <summary>The version of the result; the highest wins.</summary>
    public required long ResultVersion { get; set; }

    public long Version { get; set; }
}
