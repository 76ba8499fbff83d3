using ServiceDefaults.Data;

namespace Funding.Spending;

/// <summary>The life of a spending statement.</summary>
internal enum SpendingStatus
{
    /// <summary>Handed in by the implementing body.</summary>
    Submitted,

    /// <summary>Looked through by a maker, voucher by voucher; counts nothing yet.</summary>
    Verified,

    /// <summary>Confirmed by another person; what was accepted counts as spent (ZS-08).</summary>
    Confirmed,

    /// <summary>Sent back with a reason; the body hands in another.</summary>
    Returned,
}

/// <summary>What a body says it spent of a year's money, with its vouchers (ZS-08: what is spent is not unused).</summary>
internal sealed class SpendingStatement : IVersioned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    public required string Jurisdiction { get; init; }

    public required Guid InstitutionId { get; init; }

    public required string Programme { get; init; }

    /// <summary>The fiscal year whose money was spent.</summary>
    public required int FiscalYear { get; init; }

    public SpendingStatus Status { get; set; }

    /// <summary>Sum of its vouchers.</summary>
    public required long TotalFen { get; init; }

    /// <summary>Sum of the accepted ones; it counts once it is confirmed.</summary>
    public long AcceptedFen { get; set; }

    public required Signature Submitted { get; init; }

    public Signature? Verified { get; set; }

    public Signature? Confirmed { get; set; }

    public Signature? Returned { get; set; }

    public string? ReturnReason { get; set; }

    public List<Voucher> Vouchers { get; init; } = [];
}
