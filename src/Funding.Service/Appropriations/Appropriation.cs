using ServiceDefaults.Data;

namespace Funding.Appropriations;

/// <summary>The life of an appropriation.</summary>
internal enum AppropriationStatus
{
    /// <summary>Proposed by a maker; admits nothing yet.</summary>
    Proposed,

    /// <summary>Opened by another person; advances are approved against it.</summary>
    Open,

    /// <summary>Withdrawn before it was opened; the year is free for another proposal.</summary>
    Withdrawn,

    /// <summary>Closed after its year; what was left has lapsed.</summary>
    Closed,
}

/// <summary>A programme's money of one fiscal year: one row, whose conditional update is the cap (ZS-03).</summary>
internal sealed class Appropriation : IVersioned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    public required int FiscalYear { get; init; }

    /// <summary>What it was opened with.</summary>
    public required long OpenedFen { get; init; }

    /// <summary>What it is now, with its approved changes.</summary>
    public required long AmountFen { get; set; }

    /// <summary>The cap of the year as the pack had it when this was proposed (ZS-03); null where there is none: then this is the cap.</summary>
    public required long? CapFen { get; init; }

    /// <summary>Number of the budget document (指标文号).</summary>
    public required string DocumentNumber { get; init; }

    public required DateOnly DocumentDate { get; init; }

    /// <summary>Code of the functional subject (支出功能分类科目) under which the treasury books it.</summary>
    public required string FunctionalSubject { get; init; }

    public AppropriationStatus Status { get; set; }

    /// <summary>Approved and not failed, returned or cancelled (P-4). Never above <see cref="AmountFen"/>.</summary>
    public long CommittedFen { get; set; }

    public required Signature Proposed { get; init; }

    public Signature? Approved { get; set; }

    public Signature? Withdrawn { get; set; }

    /// <summary>The day on which it was closed after its year.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Its supplements, reductions, carry-overs and its close; read where the separation of persons is decided.</summary>
    public List<AppropriationChange> Changes { get; init; } = [];

    /// <summary>What is not committed.</summary>
    public long LeftFen => AmountFen - CommittedFen;

    /// <summary>Who made it what it is: whoever proposed it or a change of it.</summary>
    public IEnumerable<Signature> Makers => [Proposed, .. Changes.Where(c => c.Status == AppropriationChangeStatus.Approved).Select(c => c.Proposed)];

    /// <summary>Who approved it or a change of it.</summary>
    public IEnumerable<Signature?> Approvers => [Approved, .. Changes.Select(c => c.Approved)];

    /// <summary>The cap check as a calculation sheet, JSON.</summary>
    public required string Sheet { get; init; }
}
