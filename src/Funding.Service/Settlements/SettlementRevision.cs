namespace Funding.Settlements;

/// <summary>One calculation of a settlement, never changed: the review it applied, the figures and their sheet.</summary>
internal sealed class SettlementRevision
{
    public required Guid Id { get; init; }

    public required Guid SettlementId { get; init; }

    public required int Revision { get; init; }

    /// <summary>The run in which two persons decided it; null where a bank's answer changed what was paid.</summary>
    public Guid? SettlementRunId { get; init; }

    public required long ReviewVersion { get; init; }

    public required string Grade { get; init; }

    /// <summary>The day the review was published.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>Number of the publishing document.</summary>
    public required string DocumentNumber { get; init; }

    public required DateOnly SettledOn { get; init; }

    public required long AdvanceFen { get; init; }

    public required long EntitledFen { get; init; }

    public required long ClawbackFen { get; init; }

    /// <summary>The calculation sheet, JSON.</summary>
    public required string Sheet { get; init; }
}
