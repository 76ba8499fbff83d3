using ServiceDefaults.Data;

namespace Funding.PaymentRuns;

/// <summary>The life of a payment run.</summary>
internal enum PaymentRunStatus
{
    /// <summary>Gathered by a maker; nothing has left.</summary>
    Gathered,

    /// <summary>Sealed by another person: its payments are exported.</summary>
    Sealed,

    /// <summary>The bank has answered every payment. One may still come back (退汇).</summary>
    Answered,

    /// <summary>Given up before sealing; its payments are free for another run.</summary>
    Dissolved,
}

/// <summary>Approved payments that go to the bank together.</summary>
internal sealed class PaymentRun : IVersioned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    public required int FiscalYear { get; init; }

    public PaymentRunStatus Status { get; set; }

    public required Signature Gathered { get; init; }

    public Signature? Sealed { get; set; }

    public Signature? Dissolved { get; set; }

    public DateOnly? SealedOn { get; set; }

    /// <summary>How many payments it gathers; once sealed, how many left.</summary>
    public int Payments { get; set; }

    /// <summary>What the bank is told to pay: their sum less what is withheld.</summary>
    public long TotalFen { get; set; }

    /// <summary>SHA-256 over the sealed payment lines: what the bank was told cannot be told differently later.</summary>
    public string? Checksum { get; set; }
}
