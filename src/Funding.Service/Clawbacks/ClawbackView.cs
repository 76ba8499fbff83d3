using Funding.Decisions;
using Funding.Notices;
using Funding.Objections;
using Funding.Receipts;
using ServiceDefaults.Problems;

namespace Funding.Clawbacks;

/// <summary>A clawback as lists show it.</summary>
internal sealed record ClawbackView(
    Guid Id,
    long Version,
    Guid InstitutionId,
    string InstitutionName,
    string Programme,
    int FiscalYear,
    ClawbackCause Cause,
    string ClauseId,
    Guid? SettlementId,
    ClawbackStatus Status,
    long ClaimedFen,
    long ReceivedFen,
    long OffsetFen,
    long WrittenOffFen,
    long RefundedFen,
    long OutstandingFen,
    long RefundDueFen,
    DateOnly OpenedOn,
    DateOnly DueOn,
    long? NotifiedFen,
    int OpenObjections,
    bool Suspended,
    bool Overdue,
    long OverdueFen,
    int DaysOverdue,
    bool PlanBroken,
    DateOnly? EscalatedOn,
    DateOnly? ClosedOn) : IETagged
{
    public static ClawbackView Of(Clawback row, string name, DateOnly today) => new(
        row.Id,
        row.Version,
        row.InstitutionId,
        name,
        row.Programme,
        row.FiscalYear,
        row.Cause,
        row.ClauseId,
        row.SettlementId,
        row.Status,
        row.ClaimedFen,
        row.ReceivedFen,
        row.OffsetFen,
        row.WrittenOffFen,
        row.RefundedFen,
        row.OutstandingFen,
        row.RefundDueFen,
        row.OpenedOn,
        row.DueOn,
        row.NotifiedFen,
        row.OpenObjections,
        row.Suspended,
        row.DaysOverdue(today) > 0,
        row.OverdueFen(today),
        row.DaysOverdue(today),
        row.IsPlanBroken(today),
        row.EscalatedOn,
        row.ClosedOn);
}

/// <summary>A reminder that was written.</summary>
internal sealed record ReminderView(DateOnly DueOn, int Days, DateOnly WrittenOn, long OverdueFen)
{
    public static ReminderView Of(ClawbackReminder row) => new(row.DueOn, row.Days, row.WrittenOn, row.OverdueFen);
}

/// <summary>A clawback with all that was done about it; <c>PlanAccelerates</c>: all of the rest is due while a part of the plan is missed.</summary>
internal sealed record ClawbackDetail(
    ClawbackView Clawback,
    IReadOnlyList<Instalment> Plan,
    bool PlanAccelerates,
    IReadOnlyList<NoticeView> Notices,
    IReadOnlyList<ObjectionView> Objections,
    IReadOnlyList<DecisionView> Decisions,
    IReadOnlyList<ReceiptPartView> Receipts,
    IReadOnlyList<ReminderView> Reminders) : IETagged
{
    public long Version => Clawback.Version;
}
