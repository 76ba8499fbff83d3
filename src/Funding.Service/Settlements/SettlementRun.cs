using ServiceDefaults.Data;

namespace Funding.Settlements;

/// <summary>The life of a settlement run.</summary>
internal enum SettlementRunStatus
{
    /// <summary>What each body's year comes to is being calculated.</summary>
    Previewing,

    /// <summary>Calculated, and waiting for another person.</summary>
    Previewed,

    /// <summary>Committed; the years are being settled.</summary>
    Settling,

    /// <summary>Every line is settled or left out with a reason.</summary>
    Settled,

    /// <summary>Given up; nothing was settled.</summary>
    Discarded,
}

/// <summary>
/// The settling (考核结算) of a year's published results, of one body, of some or of all: one person opens it and sees what each
/// grade comes to in money, another commits it, and each line is settled once (ZS-06, ZS-07).
/// </summary>
internal sealed class SettlementRun : IVersioned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    public required int FiscalYear { get; init; }

    public SettlementRunStatus Status { get; set; }

    /// <summary>The results that waited when it was opened.</summary>
    public required int Bodies { get; set; }

    /// <summary>Lines calculated so far.</summary>
    public int Lines { get; set; }

    /// <summary>Lines that the pack gives no figure for.</summary>
    public int Refused { get; set; }

    /// <summary>Lines settled so far.</summary>
    public int Settled { get; set; }

    /// <summary>Lines left out, because their facts are no longer those of the preview.</summary>
    public int LeftOut { get; set; }

    /// <summary>What was paid of these years, by the preview.</summary>
    public long PaidFen { get; set; }

    /// <summary>What is entitled of it.</summary>
    public long EntitledFen { get; set; }

    /// <summary>What ZS-07 claims of it.</summary>
    public long ClaimedFen { get; set; }

    /// <summary>By how much the claims change.</summary>
    public long ChangeFen { get; set; }

    public required Signature Opened { get; init; }

    public Signature? Committed { get; set; }

    public Signature? Discarded { get; set; }

    /// <summary>The work under way or done last; null where it was small enough to be done at once.</summary>
    public Guid? JobId { get; set; }

    /// <summary>Whether every line has been settled, left out or refused.</summary>
    public bool IsDone => Settled + LeftOut + Refused == Lines;
}
