using Contracts.Funding;
using ServiceDefaults.Data;

namespace Funding.Clawbacks;

/// <summary>The life of a clawback.</summary>
internal enum ClawbackStatus
{
    /// <summary>Something is outstanding.</summary>
    Open,

    /// <summary>Nothing is outstanding: received, withheld or given up.</summary>
    Closed,

    /// <summary>A correction left nothing to claim and nothing had been received.</summary>
    Withdrawn,
}

/// <summary>
/// The taking back (追缴) of one year's money for one cause. What it stands at is told by <see cref="Figures"/> alone.
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

    /// <summary>The clause that takes it back.</summary>
    public required string ClauseId { get; init; }

    /// <summary>The settlement behind an over-advance; null for the other causes, whose decisions stand behind them.</summary>
    public Guid? SettlementId { get; init; }

    public ClawbackStatus Status { get; set; }

    /// <summary>What is claimed; a fen that another cause claimed first is not in it (<see cref="HeldFens"/>).</summary>
    public long ClaimedFen { get; set; }

    /// <summary>What was received of it.</summary>
    public long ReceivedFen { get; set; }

    /// <summary>What was withheld from payments that have left.</summary>
    public long OffsetFen { get; set; }

    /// <summary>What was given up by decision.</summary>
    public long WrittenOffFen { get; set; }

    /// <summary>What went back to the body because it had paid too much.</summary>
    public long RefundedFen { get; set; }

    public DateOnly OpenedOn { get; set; }

    /// <summary>The last day on which what is due now is paid in time (P-2): of the notice, or of the plan's next part.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>The approved plan to pay in parts.</summary>
    public InstalmentPlan? Plan { get; set; }

    /// <summary>What the latest notice claimed; null before the first.</summary>
    public long? NotifiedFen { get; set; }

    /// <summary>Objections that are not decided yet.</summary>
    public int OpenObjections { get; set; }

    /// <summary>Nothing is overdue while an objection is open, where the bureau decided so.</summary>
    public bool Suspended { get; set; }

    /// <summary>Since when the leaders have it on their list, because it is overdue for too long.</summary>
    public DateOnly? EscalatedOn { get; set; }

    public DateOnly? ClosedOn { get; set; }

    /// <summary>Claim and due date as a calculation sheet, JSON.</summary>
    public required string Sheet { get; set; }

    /// <summary>What it stands at.</summary>
    public ClaimFigures Figures => new(Cause, ClaimedFen, ReceivedFen, OffsetFen, WrittenOffFen, RefundedFen);

    /// <summary>Still to be received; never below zero.</summary>
    public long OutstandingFen => Figures.OutstandingFen;

    /// <summary>Received above the claim, and owed to the body.</summary>
    public long RefundDueFen => Figures.RefundDueFen;

    /// <summary>What those are told who follow its body.</summary>
    public ClawbackOpened Announce(string cause) => new()
    {
        ClawbackId = Id,
        InstitutionId = InstitutionId,
        Programme = Programme,
        FiscalYear = FiscalYear,
        Cause = cause,
        ClaimedFen = ClaimedFen,
        DueOn = DueOn,
        Clause = ClauseId,
    };

    /// <summary>Sets the status that the figures demand, and the day that the plan does.</summary>
    public void Conclude(DateOnly today)
    {
        var settled = Figures.HeldFen > 0 || WrittenOffFen > 0 || RefundedFen > 0;
        Status = OutstandingFen > 0 ? ClawbackStatus.Open : settled ? ClawbackStatus.Closed : ClawbackStatus.Withdrawn;
        ClosedOn = Status == ClawbackStatus.Open ? null : ClosedOn ?? today;
        DueOn = Plan?.NextDue(OutstandingFen) ?? DueOn;
    }

    /// <summary>What should have been paid before today and was not.</summary>
    public long OverdueFen(DateOnly today) => DaysOverdue(today) == 0 ? 0 : Plan?.OverdueFen(OutstandingFen, today) ?? OutstandingFen;

    /// <summary>Whether a part of its plan was missed and is not paid yet.</summary>
    public bool IsPlanBroken(DateOnly today) => Plan is { } plan && DaysOverdue(today) > 0 && plan.MissedFen(OutstandingFen, today) > 0;

    /// <summary>Days since what is due now should have been paid; 0 while it is in time.</summary>
    public int DaysOverdue(DateOnly today) => Status == ClawbackStatus.Open && !Suspended ? Math.Max(0, today.DayNumber - DueOn.DayNumber) : 0;
}
