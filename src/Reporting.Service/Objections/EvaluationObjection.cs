using Reporting.Evaluations;
using ServiceDefaults.Data;

namespace Reporting.Objections;

/// <summary>Where an objection stands.</summary>
internal enum ObjectionStatus
{
    /// <summary>Filed, not decided.</summary>
    Open,

    /// <summary>Upheld: the result is corrected, and the correction published by another person.</summary>
    Upheld,

    /// <summary>Turned down.</summary>
    TurnedDown,
}

/// <summary>A body's objection to a published result, filed within the pack's days, and the city's decision on it.</summary>
internal sealed class EvaluationObjection : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid EvaluationId { get; init; }

    public Evaluation Evaluation { get; init; } = null!;

    /// <summary>The publication that it objects to; each can be objected to once.</summary>
    public required long Publication { get; init; }

    public required string Statement { get; init; }

    public required DateOnly FiledOn { get; init; }

    /// <summary>The last day on which it was in time.</summary>
    public required DateOnly LastDay { get; init; }

    public required string FiledBySubject { get; init; }

    public required string FiledByName { get; init; }

    public ObjectionStatus Status { get; set; } = ObjectionStatus.Open;

    public string? Decision { get; set; }

    /// <summary>Number of the deciding document.</summary>
    public string? DocumentNumber { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public string? DecidedByName { get; set; }

    public long Version { get; set; }
}
