using Funding.Accounts;
using Funding.Appropriations;
using Funding.Claims;
using Funding.PaymentRuns;
using Funding.Payments;
using Funding.Reconciliations;
using Funding.Spending;
using ServiceDefaults.Authentication;
using static Funding.Duties.DutyName;

namespace Funding.Duties;

/// <summary>What money on its way out asks for, and the books about it.</summary>
internal static class PaymentDuties
{
    public static IEnumerable<Duty> All =>
    [
        Due(PaymentsToGather, ToGather),
        Due(RunsUnanswered, Unanswered),
        Due(PaymentsFallen, Fallen),
        Due(ResultsToSettle, Results),
        Due(ClaimsToAssess, Claims),
        Due(StatementsToVerify, Statements),
        Due(YearsToClose, Years),
        Due(DeadlinesEnding, Deadlines),
        new(HoldsToRelease, DutySection.Held, Roles.FinanceApprover, ToRelease),
        new(HeldBodies, DutySection.Held, Roles.FinanceApprover, Held),
        new(DutyName.Differences, DutySection.Differs, Roles.FinanceApprover, Differences),
    ];

    private static Duty Due(DutyName name, Func<Desk, IQueryable<DutyItem>> waiting) => new(name, DutySection.Due, Roles.FinanceMaker, waiting);

    private static IQueryable<DutyItem> ToGather(Desk desk) => desk.Db.Payments
        .Where(p => p.Jurisdiction == desk.Jurisdiction && p.Status == PaymentStatus.Approved && p.PaymentRunId == null)
        .OrderBy(p => p.Id)
        .Select(p => new DutyItem { Name = p.PayeeName, FiscalYear = p.FiscalYear, AmountFen = p.AmountFen - p.WithheldFen, On = p.ApprovedOn });

    private static IQueryable<DutyItem> Unanswered(Desk desk) => desk.Db.PaymentRuns
        .Where(r => r.Jurisdiction == desk.Jurisdiction && r.Status == PaymentRunStatus.Sealed)
        .OrderBy(r => r.SealedOn)
        .Select(r => new DutyItem { Id = r.Id, FiscalYear = r.FiscalYear, AmountFen = r.TotalFen, On = r.SealedOn });

    // Until it is paid again, or its year is closed.
    private static IQueryable<DutyItem> Fallen(Desk desk) => desk.Db.Advances
        .Where(p => p.Jurisdiction == desk.Jurisdiction && (p.Status == PaymentStatus.Failed || p.Status == PaymentStatus.Returned)
            && !desk.Db.Advances.Any(again => again.ReplacesId == p.Id && again.Status != PaymentStatus.Cancelled)
            && desk.Db.Appropriations.Any(a => a.Id == p.AppropriationId && a.Status == AppropriationStatus.Open))
        .OrderBy(p => p.EndedOn)
        .Join(desk.Db.Accounts, p => p.InstitutionId, a => a.InstitutionId, (p, a) => new DutyItem
        {
            Id = p.Id, Name = a.Name, FiscalYear = p.FiscalYear, AmountFen = p.AmountFen, On = p.EndedOn,
        });

    private static IQueryable<DutyItem> Results(Desk desk) => desk.Db.PublishedResults
        .Where(r => r.Jurisdiction == desk.Jurisdiction && r.IsPending)
        .OrderBy(r => r.PublishedOn)
        .Join(desk.Db.Accounts, r => r.InstitutionId, a => a.InstitutionId, (r, a) => new DutyItem
        {
            Name = a.Name, FiscalYear = r.FiscalYear, On = r.PublishedOn,
        });

    private static IQueryable<DutyItem> Claims(Desk desk) => desk.Db.Claims
        .Where(c => c.Jurisdiction == desk.Jurisdiction && c.Status == ClaimStatus.Submitted)
        .OrderBy(c => c.SubmittedOn)
        .Select(c => new DutyItem { Id = c.Id, Name = c.ClaimantName, On = c.SubmittedOn });

    private static IQueryable<DutyItem> Statements(Desk desk) => desk.Db.SpendingStatements
        .Where(s => s.Jurisdiction == desk.Jurisdiction && s.Status == SpendingStatus.Submitted)
        .OrderBy(s => s.Id)
        .Join(desk.Db.Accounts, s => s.InstitutionId, a => a.InstitutionId, (s, a) => new DutyItem
        {
            Id = s.Id, Name = a.Name, FiscalYear = s.FiscalYear, AmountFen = s.TotalFen,
        });

    private static IQueryable<DutyItem> Years(Desk desk) => desk.Db.Appropriations
        .Where(a => a.Jurisdiction == desk.Jurisdiction && a.Status == AppropriationStatus.Open && a.FiscalYear < desk.Today.Year
            && !a.Changes.Any(c => c.Kind == AppropriationChangeKind.Close && c.Status == AppropriationChangeStatus.Proposed))
        .OrderBy(a => a.FiscalYear)
        .Select(a => new DutyItem { Id = a.Id, Name = a.DocumentNumber, FiscalYear = a.FiscalYear, AmountFen = a.AmountFen - a.CommittedFen });

    // ZS-08: those whom the sweep has warned and who may still be in time.
    private static IQueryable<DutyItem> Deadlines(Desk desk) => desk.Accounts
        .Where(a => a.FirstAllottedOn != null && a.RecognisedOn == null)
        .Select(a => new DutyItem
        {
            Id = a.InstitutionId,
            Name = a.Name,
            On = desk.Db.DeadlineWarnings.Where(w => w.InstitutionId == a.InstitutionId && w.Deadline >= desk.Today).Max(w => (DateOnly?)w.Deadline),
        })
        .Where(item => item.On != null)
        .OrderBy(item => item.On);

    // P-5: a hold is never released by itself, not even when its ground is gone.
    private static IQueryable<DutyItem> ToRelease(Desk desk) => desk.Db.Holds.Where(h => h.Released == null).WithGroundGone(desk.Db, desk.Today)
        .Join(desk.Accounts, h => h.InstitutionId, a => a.InstitutionId, (h, a) => new { Hold = h, a.Name })
        .OrderBy(x => x.Hold.Id)
        .Select(x => new DutyItem { Id = x.Hold.InstitutionId, Name = x.Name, On = x.Hold.GroundEndsOn });

    private static IQueryable<DutyItem> Held(Desk desk) => desk.Accounts.Where(a => a.OpenHolds > 0).OrderBy(a => a.InstitutionId).Select(a => new DutyItem
    {
        Id = a.InstitutionId,
        Name = a.Name,
        AmountFen = desk.Db.Advances
            .Where(p => p.InstitutionId == a.InstitutionId && (p.Status == PaymentStatus.Proposed || p.Status == PaymentStatus.Approved)).Sum(p => p.AmountFen),
    });

    private static IQueryable<DutyItem> Differences(Desk desk) => desk.Db.Differences
        .Where(d => d.Jurisdiction == desk.Jurisdiction && d.Status == DifferenceStatus.Open)
        .OrderBy(d => d.Day)
        .Select(d => new DutyItem { Id = d.ReconciliationId, Name = d.Name, AmountFen = d.BankFen ?? d.BookedFen, On = d.Day });
}
