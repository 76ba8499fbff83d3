using Funding.Clawbacks;
using Funding.Decisions;
using Funding.Objections;
using ServiceDefaults.Authentication;
using static Funding.Duties.DutyName;

namespace Funding.Duties;

/// <summary>What taking money back asks for.</summary>
internal static class ClawbackDuties
{
    public static IEnumerable<Duty> All =>
    [
        new(NoticesToIssue, DutySection.Due, Roles.FinanceApprover, ToNotify),
        Due(NoticesToDeliver, Undelivered),
        Due(ClawbacksDueSoon, DueSoon),
        Due(DutyName.Objections, Objections),
        Due(ObjectionsToFollow, ToFollow),
        Due(DutyName.RefundsDue, RefundsDue),
        Due(DutyName.RefundsToPay, RefundsToPay),
        new(ClawbacksOverdue, DutySection.Overdue, Roles.FinanceMaker, Overdue),
        new(ClawbacksEscalated, DutySection.Overdue, Roles.Leader, Escalated),
        new(UnmatchedReceipts, DutySection.Differs, Roles.FinanceMaker, Unmatched),
    ];

    private static Duty Due(DutyName name, Func<Desk, IQueryable<DutyItem>> waiting) => new(name, DutySection.Due, Roles.FinanceMaker, waiting);

    private static IQueryable<DutyItem> ToNotify(Desk desk) =>
        Outstanding(desk, desk.OpenClawbacks.Where(c => c.NotifiedFen == null || c.NotifiedFen != c.ClaimedFen));

    // A notice that a later claim has overtaken is not sent after it.
    private static IQueryable<DutyItem> Undelivered(Desk desk) => desk.Db.ClawbackNotices.Where(n => n.DeliveredOn == null)
        .Join(desk.OpenClawbacks, n => n.ClawbackId, c => c.Id, (n, c) => new { Notice = n, Case = c })
        .Where(x => x.Notice.ClaimedFen == x.Case.ClaimedFen)
        .OrderBy(x => x.Notice.Id)
        .Select(x => new DutyItem
        {
            Id = x.Notice.Id, Name = x.Notice.NumberText, FiscalYear = x.Case.FiscalYear, AmountFen = x.Notice.OutstandingFen, On = x.Notice.IssuedOn,
        });

    // The day is that of the plan's next part where there is a plan.
    private static IQueryable<DutyItem> DueSoon(Desk desk) =>
        Outstanding(desk, desk.OpenClawbacks.Where(c => !c.Suspended && c.DueOn >= desk.Today && c.DueOn <= desk.Soon));

    private static IQueryable<DutyItem> Overdue(Desk desk) => Outstanding(desk, desk.OpenClawbacks.Where(c => !c.Suspended && c.DueOn < desk.Today));

    private static IQueryable<DutyItem> Escalated(Desk desk) => Outstanding(desk, desk.OpenClawbacks.Where(c => c.EscalatedOn != null));

    private static IQueryable<DutyItem> Outstanding(Desk desk, IQueryable<Clawback> cases) =>
        cases.OrderBy(c => c.DueOn).Join(desk.Db.Accounts, c => c.InstitutionId, a => a.InstitutionId, (c, a) => new DutyItem
        {
            Id = c.Id,
            Name = a.Name,
            FiscalYear = c.FiscalYear,
            AmountFen = c.ClaimedFen - c.ReceivedFen - c.OffsetFen + c.RefundedFen - c.WrittenOffFen,
            On = c.DueOn,
        });

    // Once a ruling is proposed it waits for its approver.
    private static IQueryable<DutyItem> Objections(Desk desk) => desk.Db.Objections
        .Where(o => o.Jurisdiction == desk.Jurisdiction && o.Status == ObjectionStatus.Open
            && !desk.Db.ClawbackDecisions.Any(d => d.ObjectionId == o.Id && d.Status == DecisionStatus.Proposed))
        .OrderBy(o => o.Id)
        .Join(desk.Db.Clawbacks, o => o.ClawbackId, c => c.Id, (o, c) => c)
        .Join(desk.Db.Accounts, c => c.InstitutionId, a => a.InstitutionId, (c, a) => new DutyItem
        {
            Id = c.Id, Name = a.Name, FiscalYear = c.FiscalYear, AmountFen = c.ClaimedFen,
        });

    // Decision 14: a computed claim follows the review or the vouchers, once these are corrected.
    private static IQueryable<DutyItem> ToFollow(Desk desk) => desk.Db.Objections
        .Where(o => o.Jurisdiction == desk.Jurisdiction && o.UpheldAtFen != null)
        .OrderBy(o => o.Id)
        .Join(desk.Db.Clawbacks, o => o.ClawbackId, c => c.Id, (o, c) => new { o.UpheldAtFen, o.EndedOn, Case = c })
        .Where(x => x.Case.ClaimedFen >= x.UpheldAtFen)
        .Join(desk.Db.Accounts, x => x.Case.InstitutionId, a => a.InstitutionId, (x, a) => new DutyItem
        {
            Id = x.Case.Id, Name = a.Name, FiscalYear = x.Case.FiscalYear, AmountFen = x.Case.ClaimedFen, On = x.EndedOn,
        });

    private static IQueryable<DutyItem> RefundsDue(Desk desk) => desk.Db.Clawbacks
        .Where(c => c.Jurisdiction == desk.Jurisdiction && c.ReceivedFen + c.OffsetFen - c.RefundedFen > c.ClaimedFen
            && !desk.Db.ClawbackDecisions.Any(d => d.ClawbackId == c.Id && d.Kind == DecisionKind.Refund
                && (d.Status == DecisionStatus.Proposed || d.Status == DecisionStatus.Approved)))
        .OrderBy(c => c.Id)
        .Join(desk.Db.Accounts, c => c.InstitutionId, a => a.InstitutionId, (c, a) => new DutyItem
        {
            Id = c.Id, Name = a.Name, FiscalYear = c.FiscalYear, AmountFen = c.ReceivedFen + c.OffsetFen - c.RefundedFen - c.ClaimedFen,
        });

    private static IQueryable<DutyItem> RefundsToPay(Desk desk) => desk.Db.ClawbackDecisions
        .Where(d => d.Jurisdiction == desk.Jurisdiction && d.Kind == DecisionKind.Refund && d.Status == DecisionStatus.Approved)
        .OrderBy(d => d.Id)
        .Select(d => new DutyItem { Id = d.ClawbackId, Name = d.PayeeName, FiscalYear = d.FiscalYear, AmountFen = d.AmountFen });

    private static IQueryable<DutyItem> Unmatched(Desk desk) => desk.Db.Receipts
        .Where(r => r.Jurisdiction == desk.Jurisdiction && r.MatchedFen + r.ReturnedFen < r.AmountFen)
        .OrderBy(r => r.ReceivedOn)
        .Select(r => new DutyItem { Id = r.Id, Name = r.ReceiptNumber, AmountFen = r.AmountFen - r.MatchedFen - r.ReturnedFen, On = r.ReceivedOn });
}
