namespace Contracts.Funding;

/// <summary>The bank paid an advance. A money fact: applied once, by <see cref="AdvanceId"/>.</summary>
[EventName("funding.advance-paid", "reporting")]
public sealed record AdvancePaid
{
    /// <summary>The advance.</summary>
    public required Guid AdvanceId { get; init; }

    /// <summary>Who received it.</summary>
    public required Guid InstitutionId { get; init; }

    /// <summary>The programme it was paid from.</summary>
    public required string Programme { get; init; }

    /// <summary>The fiscal year whose appropriation it used.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>The amount in fen.</summary>
    public required long AmountFen { get; init; }

    /// <summary>The day of payment (拨付).</summary>
    public required DateOnly PaidOn { get; init; }
}
