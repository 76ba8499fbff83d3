namespace Contracts.Funding;

/// <summary>A paid advance came back from the bank (退汇). A money fact: applied once, by <see cref="AdvanceId"/>.</summary>
[EventName("funding.payment-reversed", "reporting")]
public sealed record PaymentReversed
{
    /// <summary>The advance.</summary>
    public required Guid AdvanceId { get; init; }

    /// <summary>Whose payment it was.</summary>
    public required Guid InstitutionId { get; init; }

    /// <summary>The programme it was paid from.</summary>
    public required string Programme { get; init; }

    /// <summary>The fiscal year whose appropriation it had used.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>The amount in fen.</summary>
    public required long AmountFen { get; init; }

    /// <summary>The day it came back.</summary>
    public required DateOnly ReversedOn { get; init; }
}
