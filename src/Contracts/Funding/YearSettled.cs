namespace Contracts.Funding;

/// <summary>
/// A body's money of one year was fixed by its performance review (ZS-06). A state event: the highest
/// <see cref="Version"/> wins.
/// </summary>
[EventName("funding.year-settled", "reporting")]
public sealed record YearSettled
{
    /// <summary>The settlement.</summary>
    public required Guid SettlementId { get; init; }

    /// <summary>1 at first, one more at each correction.</summary>
    public required long Version { get; init; }

    /// <summary>The review whose result was applied.</summary>
    public required Guid ReviewId { get; init; }

    /// <summary>Whose money.</summary>
    public required Guid InstitutionId { get; init; }

    /// <summary>The programme.</summary>
    public required string Programme { get; init; }

    /// <summary>The fiscal year.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>What was paid in advance, in fen.</summary>
    public required long AdvanceFen { get; init; }

    /// <summary>What was really due, in fen (ZS-06).</summary>
    public required long EntitledFen { get; init; }

    /// <summary>What is to be taken back, in fen (ZS-07).</summary>
    public required long ClawbackFen { get; init; }
}
