namespace Contracts.Registry;

/// <summary>The bureau's decision that a plan goes on after its end, or that a draft has effect, was confirmed by a second person (P-6). A fact: it is told once.</summary>
[EventName("registry.plan-decided", "funding", "reporting")]
public sealed record PlanDecided
{
    /// <summary>The decision.</summary>
    public required Guid DecisionId { get; init; }

    /// <summary>The programme whose plan it is.</summary>
    public required string Programme { get; init; }

    /// <summary>The last day on which the plan takes something new; null where a draft is given effect.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Number of the decision's document.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The document's date: the decision has effect from this day on.</summary>
    public required DateOnly DecidedOn { get; init; }
}
