namespace Contracts.Funding;

/// <summary>What a body spent of a year's money was verified and confirmed by two persons (ZS-08). A money fact: applied once, by <see cref="StatementId"/>.</summary>
[EventName("funding.spending-confirmed", "reporting")]
public sealed record SpendingConfirmed
{
    /// <summary>The spending statement.</summary>
    public required Guid StatementId { get; init; }

    /// <summary>Whose spending.</summary>
    public required Guid InstitutionId { get; init; }

    /// <summary>The programme.</summary>
    public required string Programme { get; init; }

    /// <summary>The fiscal year whose money was spent.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>The accepted amount in fen.</summary>
    public required long AmountFen { get; init; }

    /// <summary>The day of the confirmation.</summary>
    public required DateOnly ConfirmedOn { get; init; }
}
