using ServiceDefaults.Data;

namespace Funding.Clawbacks;

/// <summary>Why money is taken back.</summary>
internal enum ClawbackCause
{
    /// <summary>Paid above the entitled amount of its year (ZS-07).</summary>
    OverAdvance,

    /// <summary>Unused when the time for the recognition was over (ZS-08).</summary>
    Deadline,
}

/// <summary>The life of a clawback.</summary>
internal enum ClawbackStatus
{
    /// <summary>Something is outstanding.</summary>
    Open,

    /// <summary>Nothing is outstanding, all of it received.</summary>
    Closed,

    /// <summary>A correction left nothing to claim and nothing had been received.</summary>
    Withdrawn,
}

/// <summary>
/// The taking back (追缴) of one year's money for one cause: what was paid above the entitled amount (ZS-07), or what was unused
/// when the time for the recognition was over (ZS-08).
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

    /// <summary>Why the money is taken back.</summary>
    public required ClawbackCause Cause { get; init; }

    /// <summary>The settlement behind an over-advance; null for a missed deadline, whose cases stand behind it.</summary>
    public Guid? SettlementId { get; init; }

    public ClawbackStatus Status { get; set; }

    /// <summary>What is claimed; a fen that the other cause claimed first is not in it (<see cref="SharedFens"/>).</summary>
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
