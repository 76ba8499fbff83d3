namespace Funding.PaymentRuns;

/// <summary>What the bank answered.</summary>
internal enum PaymentOutcome
{
    /// <summary>Paid.</summary>
    Paid,

    /// <summary>Not paid.</summary>
    Failed,

    /// <summary>Paid, and came back (退汇).</summary>
    Returned,
}

/// <summary>One answer of the bank about one payment. An outcome is recorded once; told again it changes nothing.</summary>
internal sealed class PaymentResult
{
    public required Guid PaymentId { get; init; }

    public required PaymentOutcome Outcome { get; init; }

    public required Guid PaymentRunId { get; init; }

    public required DateOnly On { get; init; }

    public required string BankReference { get; init; }

    public string? Reason { get; init; }

    public required Signature Recorded { get; init; }
}
