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

    public required long AmountFen { get; init; }

    /// <summary>The cap of the year as the pack had it when this was proposed (ZS-03).</summary>
    public required long CapFen { get; init; }

    /// <summary>Number of the budget document (指标文号).</summary>
    public required string DocumentNumber { get; init; }

    public required DateOnly DocumentDate { get; init; }

    public AppropriationStatus Status { get; set; }

    /// <summary>Approved and not failed, returned or cancelled (P-4). Never above <see cref="AmountFen"/>.</summary>
    public long CommittedFen { get; set; }

    public required Signature Proposed { get; init; }

    public Signature? Approved { get; set; }

    public Signature? Withdrawn { get; set; }

    /// <summary>The cap check as a calculation sheet, JSON.</summary>
    public required string Sheet { get; init; }
}
