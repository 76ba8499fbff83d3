namespace Contracts.Funding;

/// <summary>
/// What a programme's money of one fiscal year came to, summed over its ledger. A state event: the highest <see cref="Version"/> wins.
/// </summary>
[EventName("funding.year-changed", "reporting")]
public sealed record YearChanged
{
    /// <summary>The bureau.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>The programme.</summary>
    public required string Programme { get; init; }

    /// <summary>The fiscal year.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>1 at first, one more each time that the ledger changed a figure.</summary>
    public required long Version { get; init; }

    /// <summary>The legal cap of the year in fen (ZS-03); null where the programme has none: then what is appropriated bounds it.</summary>
    public long? CapFen { get; init; }

    /// <summary>Granted by the budget document and its changes, in fen.</summary>
    public required long AppropriatedFen { get; init; }

    /// <summary>Approved and not failed, returned or cancelled (P-4), in fen.</summary>
    public required long CommittedFen { get; init; }

    /// <summary>Paid by the bank and not returned, in fen.</summary>
    public required long PaidFen { get; init; }

    /// <summary>Fixed as due and not claimed back (ZS-06), in fen.</summary>
    public required long EntitledFen { get; init; }

    /// <summary>Received back or withheld (ZS-07), in fen; it does not refill the year (P-4).</summary>
    public required long RecoveredFen { get; init; }

    /// <summary>Claimed back and outstanding, in fen.</summary>
    public required long OutstandingFen { get; init; }
}
