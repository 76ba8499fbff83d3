using ServiceDefaults.Data;

namespace Funding.Appropriations;

/// <summary>How a year's appropriation changes after it was opened.</summary>
internal enum AppropriationChangeKind
{
    /// <summary>More is appropriated (追加), within the cap.</summary>
    Supplement,

    /// <summary>Less is appropriated (追减), never below what is committed.</summary>
    Reduction,

    /// <summary>What an ended year left over goes into a later one (结转), within that year's cap.</summary>
    CarryOver,

    /// <summary>The ended year is closed (年终结账), and what it left over lapses.</summary>
    Close,
}

/// <summary>The life of a change.</summary>
internal enum AppropriationChangeStatus
{
    /// <summary>Proposed by a maker; changes nothing yet.</summary>
    Proposed,

    /// <summary>Approved by another person and carried out.</summary>
    Approved,

    /// <summary>Withdrawn before it was approved.</summary>
    Withdrawn,
}

/// <summary>A change of an appropriation under a budget document of its own, decided by two persons. It is posted, never edited in.</summary>
internal sealed class AppropriationChange : IVersioned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    public required Guid AppropriationId { get; init; }

    public required string Jurisdiction { get; init; }

    public required AppropriationChangeKind Kind { get; init; }

    /// <summary>By how much; of a close what lapses, told when it is approved.</summary>
    public required long AmountFen { get; set; }

    /// <summary>The later year's appropriation that takes what is carried over.</summary>
    public Guid? IntoId { get; init; }

    /// <summary>Number of the budget document that decides it.</summary>
    public required string DocumentNumber { get; init; }

    public required DateOnly DocumentDate { get; init; }

    public required string Reason { get; init; }

    public AppropriationChangeStatus Status { get; set; }

    public required Signature Proposed { get; init; }

    public Signature? Approved { get; set; }

    public Signature? Withdrawn { get; set; }

    /// <summary>How it was decided, as a calculation sheet, JSON: as proposed, and then as approved.</summary>
    public required string Sheet { get; set; }

    /// <summary>By how much it changes an appropriation; of a carry-over the earlier year loses what the later one gains.</summary>
    public long ChangeFen(Guid appropriationId) =>
        appropriationId == IntoId ? AmountFen
        : appropriationId != AppropriationId ? 0
        : Kind == AppropriationChangeKind.Supplement ? AmountFen : -AmountFen;
}
