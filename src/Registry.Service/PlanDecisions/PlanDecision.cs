using ServiceDefaults.Data;

namespace Registry.PlanDecisions;

/// <summary>What the bureau decides on a plan.</summary>
internal enum PlanDecisionKind
{
    /// <summary>The plan takes new matters until a later day (P-6).</summary>
    Extend,

    /// <summary>A consultation draft has effect from the day of the decision on.</summary>
    Adopt,
}

/// <summary>Where a decision stands.</summary>
internal enum PlanDecisionStatus
{
    /// <summary>Recorded by one person; without effect.</summary>
    Proposed,

    /// <summary>Confirmed by another.</summary>
    Confirmed,
}

/// <summary>A bureau's decision that a plan goes on after its end, or that a draft is adopted (P-6): recorded by one person, confirmed by another.</summary>
internal sealed class PlanDecision : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required PlanDecisionKind Kind { get; init; }

    /// <summary>Of an extension: the last day on which the plan takes something new.</summary>
    public DateOnly? Until { get; init; }

    public required string DocumentNumber { get; init; }

    /// <summary>The document's date: it has effect from this day on.</summary>
    public required DateOnly DecidedOn { get; init; }

    public PlanDecisionStatus Status { get; set; } = PlanDecisionStatus.Proposed;

    public required DateTime ProposedAt { get; init; }

    public required string ProposedBySubject { get; init; }

    public required string ProposedByName { get; init; }

    public DateTime? ConfirmedAt { get; set; }

    public string? ConfirmedBySubject { get; set; }

    public string? ConfirmedByName { get; set; }

    public long Version { get; set; }
}
