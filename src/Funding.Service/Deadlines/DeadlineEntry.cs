namespace Funding.Deadlines;

/// <summary>What an entry does to a case's claim.</summary>
internal enum DeadlineEntryKind
{
    /// <summary>Claimed at the confirmation.</summary>
    Claimed,

    /// <summary>No longer claimed, because less was unused than was known: money returned, spending verified later.</summary>
    Reduced,

    /// <summary>No longer claimed, because the case is void.</summary>
    Voided,
}

/// <summary>One change of what a deadline case claims of a year, never changed itself: the claim is the sum.</summary>
internal sealed class DeadlineEntry
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid InstitutionId { get; init; }

    public required int FiscalYear { get; init; }

    public required DeadlineEntryKind Kind { get; init; }

    /// <summary>Always more than nothing; the kind says which way.</summary>
    public required long AmountFen { get; init; }

    public required DateOnly BookedOn { get; init; }

    /// <summary>What it adds to the claim.</summary>
    public long ChangeFen => Kind == DeadlineEntryKind.Claimed ? AmountFen : -AmountFen;
}
