namespace Funding.Settlements;

/// <summary>Where a line of a settlement run stands.</summary>
internal enum SettlementLineState
{
    /// <summary>Calculated.</summary>
    Previewed,

    /// <summary>Settled by this run.</summary>
    Settled,

    /// <summary>Not settled: what it was calculated from has changed since. Another run takes it.</summary>
    LeftOut,

    /// <summary>The pack gives no figure for it.</summary>
    Refused,
}

/// <summary>What a body's year comes to in a settlement run: what the second person sees and what is settled, to the fen.</summary>
internal sealed class SettlementLine
{
    public required Guid RunId { get; init; }

    public required Guid InstitutionId { get; init; }

    public required long ReviewVersion { get; init; }

    public required string Grade { get; init; }

    /// <summary>Paid and not returned.</summary>
    public long PaidFen { get; set; }

    /// <summary>ZS-06.</summary>
    public long EntitledFen { get; set; }

    /// <summary>Entitled by the settlement that stands; null before the first.</summary>
    public long? EntitledBeforeFen { get; set; }

    /// <summary>What ZS-07 claims, without the fens that a deadline case holds (decision 14).</summary>
    public long ClaimedFen { get; set; }

    /// <summary>What it claims now.</summary>
    public long ClaimedBeforeFen { get; set; }

    public SettlementLineState State { get; set; }

    /// <summary>Why it is not settled.</summary>
    public string? ReasonZh { get; set; }

    public string? ReasonEn { get; set; }

    /// <summary>Does not settle it.</summary>
    public void Set(SettlementLineState state, string zh, string en) => (State, ReasonZh, ReasonEn) = (state, zh, en);
}
