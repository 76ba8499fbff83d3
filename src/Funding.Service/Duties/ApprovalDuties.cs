using Funding.Appropriations;
using Funding.Deadlines;
using Funding.Decisions;
using Funding.Histories;
using Funding.PayeeAccounts;
using Funding.PaymentRuns;
using Funding.Payments;
using Funding.Rewards;
using Funding.Settlements;
using Funding.Spending;
using ServiceDefaults.Authentication;
using static Funding.Duties.DutyName;

namespace Funding.Duties;

/// <summary>What another person proposed. What one's own hands made is not among it (four eyes).</summary>
internal static class ApprovalDuties
{
    public static IEnumerable<Duty> All =>
    [
        Of(DutyName.Appropriations, Appropriations),
        Of(AppropriationChanges, Changes),
        Of(DutyName.Advances, desk => Advances(desk, Roles.FinanceApprover)),
        Of(DutyName.Grants, desk => Grants(desk, Roles.FinanceApprover)),
        Of(AdvancesOfLeader, desk => Advances(desk, Roles.Leader), Roles.Leader),
        Of(GrantsOfLeader, desk => Grants(desk, Roles.Leader), Roles.Leader),
        Of(RunsToSeal, Runs),
        Of(DutyName.PayeeAccounts, Payees),
        Of(DutyName.SettlementRuns, Settlements),
        Of(DutyName.ClawbackDecisions, desk => Decisions(desk, writeOffs: false)),
        Of(WriteOffs, desk => Decisions(desk, writeOffs: true), Roles.Leader),
        Of(DutyName.DeadlineCases, DeadlineCases),
        Of(SpendingToConfirm, Spending),
        Of(DutyName.RewardDecisions, Rewards),
        Of(DutyName.Histories, Histories),
    ];

    private static Duty Of(DutyName name, Func<Desk, IQueryable<DutyItem>> waiting, string role = Roles.FinanceApprover) =>
        new(name, DutySection.ToApprove, role, waiting);

    private static IQueryable<DutyItem> Appropriations(Desk desk) => desk.Db.Appropriations
        .Where(a => a.Jurisdiction == desk.Jurisdiction && a.Status == AppropriationStatus.Proposed && !desk.Hands.Contains(a.Proposed.Subject))
        .OrderBy(a => a.Id)
        .Select(a => new DutyItem { Id = a.Id, Name = a.DocumentNumber, FiscalYear = a.FiscalYear, AmountFen = a.AmountFen });

    private static IQueryable<DutyItem> Changes(Desk desk) => desk.Db.AppropriationChanges
        .Where(c => c.Jurisdiction == desk.Jurisdiction && c.Status == AppropriationChangeStatus.Proposed && !desk.Hands.Contains(c.Proposed.Subject))
        .OrderBy(c => c.Id)
        .Join(desk.Db.Appropriations, c => c.AppropriationId, a => a.Id, (c, a) => new DutyItem
        {
            Id = a.Id, Name = c.DocumentNumber, FiscalYear = a.FiscalYear, AmountFen = c.AmountFen,
        });

    private static IQueryable<DutyItem> Advances(Desk desk, string post) => Awaiting(desk, desk.Db.Advances, post)
        .Join(desk.Db.Accounts, p => p.InstitutionId, a => a.InstitutionId, (p, a) => new DutyItem
        {
            Id = p.Id, Name = a.Name, FiscalYear = p.FiscalYear, AmountFen = p.AmountFen,
        });

    private static IQueryable<DutyItem> Grants(Desk desk, string post) => Awaiting(desk, desk.Db.Grants, post)
        .Select(p => new DutyItem { Id = p.Id, Name = p.BeneficiaryName, FiscalYear = p.FiscalYear, AmountFen = p.AmountFen });

    // A payment waits for an approver first, and then for the post that its tier names.
    private static IQueryable<T> Awaiting<T>(Desk desk, IQueryable<T> payments, string post)
        where T : Payment =>
        payments.Where(p => p.Jurisdiction == desk.Jurisdiction && p.Status == PaymentStatus.Proposed
            && (p.AwaitedPost ?? Roles.FinanceApprover) == post
            && !desk.Hands.Contains(p.Proposed.Subject)
            && (p.FirstApproved == null || !desk.Hands.Contains(p.FirstApproved.Subject)))
            .OrderBy(p => p.Id);

    private static IQueryable<DutyItem> Runs(Desk desk) => desk.Db.PaymentRuns
        .Where(r => r.Jurisdiction == desk.Jurisdiction && r.Status == PaymentRunStatus.Gathered && !desk.Hands.Contains(r.Gathered.Subject))
        .OrderBy(r => r.Id)
        .Select(r => new DutyItem { Id = r.Id, FiscalYear = r.FiscalYear, AmountFen = r.TotalFen });

    private static IQueryable<DutyItem> Payees(Desk desk) => desk.Db.PayeeAccounts
        .Where(a => a.Jurisdiction == desk.Jurisdiction && a.Status == PayeeAccountStatus.Proposed && !desk.Hands.Contains(a.Proposed.Subject))
        .OrderBy(a => a.Id)
        .Select(a => new DutyItem { Name = a.OwnerName });

    private static IQueryable<DutyItem> Settlements(Desk desk) => desk.Db.SettlementRuns
        .Where(r => r.Jurisdiction == desk.Jurisdiction && r.Status == SettlementRunStatus.Previewed && !desk.Hands.Contains(r.Opened.Subject))
        .OrderBy(r => r.Id)
        .Select(r => new DutyItem { Id = r.Id, FiscalYear = r.FiscalYear, AmountFen = r.EntitledFen });

    private static IQueryable<DutyItem> Decisions(Desk desk, bool writeOffs) => desk.Db.ClawbackDecisions
        .Where(d => d.Jurisdiction == desk.Jurisdiction && d.Status == DecisionStatus.Proposed
            && d.Kind == DecisionKind.WriteOff == writeOffs && !desk.Hands.Contains(d.Proposed.Subject))
        .OrderBy(d => d.Id)
        .LeftJoin(desk.Db.Accounts, d => d.InstitutionId, a => (Guid?)a.InstitutionId, (d, a) => new DutyItem
        {
            Id = d.ClawbackId, Name = a == null ? d.PayeeName : a.Name, FiscalYear = d.FiscalYear, AmountFen = d.AmountFen,
        });

    private static IQueryable<DutyItem> DeadlineCases(Desk desk) => desk.Db.DeadlineCases
        .Where(c => c.Jurisdiction == desk.Jurisdiction && c.Status == DeadlineCaseStatus.Proposed)
        .OrderBy(c => c.Id)
        .Join(desk.Db.Accounts, c => c.InstitutionId, a => a.InstitutionId, (c, a) => new DutyItem
        {
            Id = c.Id, Name = a.Name, AmountFen = c.AmountFen, On = c.Deadline,
        });

    private static IQueryable<DutyItem> Spending(Desk desk) => desk.Db.SpendingStatements
        .Where(s => s.Jurisdiction == desk.Jurisdiction && s.Status == SpendingStatus.Verified && !desk.Hands.Contains(s.Verified!.Subject))
        .OrderBy(s => s.Id)
        .Join(desk.Db.Accounts, s => s.InstitutionId, a => a.InstitutionId, (s, a) => new DutyItem
        {
            Id = s.Id, Name = a.Name, FiscalYear = s.FiscalYear, AmountFen = s.AcceptedFen,
        });

    private static IQueryable<DutyItem> Rewards(Desk desk) => desk.Db.RewardDecisions
        .Where(d => d.Jurisdiction == desk.Jurisdiction && d.Status == RewardDecisionStatus.Proposed && !desk.Hands.Contains(d.Proposed.Subject))
        .OrderBy(d => d.Id)
        .Select(d => new DutyItem { Id = d.Id, Name = d.DocumentNumber, FiscalYear = d.Year });

    private static IQueryable<DutyItem> Histories(Desk desk) => desk.Db.Histories
        .Where(h => h.Jurisdiction == desk.Jurisdiction && h.State == HistoryState.Checked && !desk.Hands.Contains(h.Made.Subject))
        .OrderBy(h => h.Id)
        .Select(h => new DutyItem { Id = h.Id, Name = h.Title, AmountFen = h.PaidFen });
}
