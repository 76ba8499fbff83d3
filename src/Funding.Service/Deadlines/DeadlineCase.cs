using ServiceDefaults.Data;

namespace Funding.Deadlines;

/// <summary>The life of a deadline case.</summary>
internal enum DeadlineCaseStatus
{
    /// <summary>Proposed by the sweep; claims nothing (P-5).</summary>
    Proposed,

    /// <summary>Confirmed by a person; what is unused is claimed back.</summary>
    Confirmed,

    /// <summary>Its ground fell away; nothing is claimed any more.</summary>
    Void,
}

/// <summary>Why a case is void.</summary>
internal enum VoidCause
{
    /// <summary>The body was recognised in time, and word of it came later.</summary>
    RecognisedInTime,

    /// <summary>Before it was confirmed it turned out that nothing was unused.</summary>
    NothingUnused,
}

/// <summary>
/// A body that was not recognised in time, and what is to be taken back of it (ZS-08). A later case of the same deadline claims what
/// became unused after the first was decided.
/// </summary>
internal sealed class DeadlineCase : IVersioned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    public required string Jurisdiction { get; init; }

    public required Guid InstitutionId { get; init; }

    public required string Programme { get; init; }

    /// <summary>From when the clock ran.</summary>
    public required DateOnly AllottedOn { get; init; }

    /// <summary>The last day on which a recognition would have been in time.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>1 for the first case of a deadline.</summary>
    public required int Number { get; init; }

    public DeadlineCaseStatus Status { get; set; }

    public required DateOnly ProposedOn { get; init; }

    /// <summary>While proposed, what would be claimed; confirmed, what is claimed now.</summary>
    public long AmountFen { get; set; }

    /// <summary>What was claimed when it was confirmed.</summary>
    public long DecidedFen { get; set; }

    /// <summary>Number of the decision (追缴决定).</summary>
    public string? DocumentNumber { get; set; }

    public DateOnly? DecidedOn { get; set; }

    /// <summary>Spending counts until this day.</summary>
    public required DateOnly CutOff { get; set; }

    public Signature? Confirmed { get; set; }

    public VoidCause? VoidCause { get; set; }

    public DateOnly? VoidOn { get; set; }

    /// <summary>What was unused, as a calculation sheet, JSON.</summary>
    public required string Sheet { get; set; }

    /// <summary>An entry that changes what it claims of a year.</summary>
    public DeadlineEntry Enter(DeadlineEntryKind kind, int fiscalYear, long amountFen, DateOnly today) => new()
    {
        Id = Guid.CreateVersion7(),
        CaseId = Id,
        InstitutionId = InstitutionId,
        FiscalYear = fiscalYear,
        Kind = kind,
        AmountFen = amountFen,
        BookedOn = today,
    };
}
