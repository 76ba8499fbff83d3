using ServiceDefaults.Data;

namespace Funding.Clawbacks;

/// <summary>The life of a clawback.</summary>
internal enum ClawbackStatus
{
    /// <summary>Something is outstanding.</summary>
    Open,

    /// <summary>Nothing is outstanding, all of it received.</summary>
    Closed,

    /// <summary>A corrected review left nothing to claim and nothing had been received.</summary>
    Withdrawn,
}

/// <summary>
/// The taking back (追缴) of what a body was paid above what it was entitled to in one year (ZS-07).
/// </summary>
internal sealed class Clawback : IVersioned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    public required string Jurisdiction { get; init; }

    public required Guid InstitutionId { get; init; }

    public required string Programme { get; init; }

    public required int FiscalYear { get; init; }

    public required Guid SettlementId { get; init; }

    public ClawbackStatus Status { get; set; }

    /// <summary>What is claimed: exactly advance less entitled.</summary>
    public long ClaimedFen { get; set; }

    /// <summary>What was received of it.</summary>
    public long ReceivedFen { get; set; }

    public DateOnly OpenedOn { get; set; }

    /// <summary>The last day on which it is paid in time (P-2).</summary>
    public DateOnly DueOn { get; set; }

    public DateOnly? ClosedOn { get; set; }

    /// <summary>Claim and due date as a calculation sheet, JSON.</summary>
    public required string Sheet { get; set; }

    /// <summary>Still to be received; never below zero.</summary>
    public long OutstandingFen => Math.Max(0, ClaimedFen - ReceivedFen);

    /// <summary>Received before a correction took the claim down, and owed to the body.</summary>
    public long RefundDueFen => Math.Max(0, ReceivedFen - ClaimedFen);

    /// <summary>Sets the status that the figures demand.</summary>
    public void Conclude(DateOnly today)
    {
        Status = OutstandingFen > 0 ? ClawbackStatus.Open : ReceivedFen > 0 ? ClawbackStatus.Closed : ClawbackStatus.Withdrawn;
        ClosedOn = Status == ClawbackStatus.Open ? null : ClosedOn ?? today;
    }
}
