namespace Packs;

/// <summary>A bureau's confirmed decision on a plan, as Registry told it (P-6).</summary>
internal sealed class PlanDecision
{
    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    /// <summary>The last day on which the plan takes something new; null where a draft is given effect.</summary>
    public DateOnly? Until { get; init; }

    public required string DocumentNumber { get; init; }

    /// <summary>The document's date: it has effect from this day on.</summary>
    public required DateOnly DecidedOn { get; init; }
}
