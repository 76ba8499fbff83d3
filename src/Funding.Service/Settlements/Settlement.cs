using ServiceDefaults.Data;

namespace Funding.Settlements;

/// <summary>
/// What a body's money of one year came to after its review (ZS-06). Each review result and each later change of what was
/// paid adds a revision; the settlement shows the latest.
/// </summary>
internal sealed class Settlement : IVersioned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    public required string Jurisdiction { get; init; }

    public required Guid InstitutionId { get; init; }

    public required string Programme { get; init; }

    public required int FiscalYear { get; init; }

    public required Guid ReviewId { get; init; }

    /// <summary>The review's version that is applied; a lower or equal one changes nothing.</summary>
    public long ReviewVersion { get; set; }

    /// <summary>The number of the latest revision, 1 at first.</summary>
    public int Revision { get; set; }

    public required string Grade { get; set; }

    public long AdvanceFen { get; set; }

    public long EntitledFen { get; set; }

    /// <summary>Advance less entitled (ZS-07). What is claimed for it is less where a deadline case holds the same fens (ZS-08).</summary>
    public long ClawbackFen { get; set; }
}
