using Contracts.Refusals;
using Funding.Accounts;
using Funding.Data;
using Funding.Decisions;
using Funding.Notices;
using Funding.Objections;
using Funding.Receipts;
using Microsoft.EntityFrameworkCore;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Funding.Clawbacks;

/// <summary>Clawbacks, their receipts and sheets.</summary>
internal static class ReadClawbacks
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/clawbacks", ListAsync).RequireRoles(Visibility.BureauAndOperators);
        api.MapGet("/clawbacks/{id:guid}", async (Guid id, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await FindAsync(id, db, clock.Today, http.Caller(), ct)).ToHttp()).RequireRoles(Visibility.BureauAndOperators);
        api.MapGet("/clawbacks/{id:guid}/sheet", SheetAsync).RequireRoles(Visibility.BureauAndOperators);
    }

    /// <summary>A clawback as the caller may see it.</summary>
    public static async Task<Outcome<ClawbackDetail>> FindAsync(Guid id, FundingDb db, DateOnly today, Caller caller, CancellationToken ct)
    {
        var row = await db.Clawbacks.AsNoTracking().VisibleTo(db, caller).SingleOrDefaultAsync(c => c.Id == id, ct);
        if (row is null)
        {
            return NotFound(id);
        }

        var name = (await db.NamesAsync([row.InstitutionId], ct))[row.InstitutionId];
        var notices = await db.ClawbackNotices.AsNoTracking().Where(n => n.ClawbackId == id).OrderBy(n => n.Id).ToListAsync(ct);
        var objections = await db.Objections.AsNoTracking().Where(o => o.ClawbackId == id).OrderBy(o => o.Id).ToListAsync(ct);
        var decisions = await db.ClawbackDecisions.AsNoTracking().Where(d => d.ClawbackId == id).OrderBy(d => d.Id).ToListAsync(ct);
        var receipts = await db.ReceiptParts.AsNoTracking().Where(p => p.ClawbackId == id).OrderBy(p => p.Id)
            .Join(db.Receipts, p => p.ReceiptId, r => r.Id, (p, r) => new { Receipt = r, Part = p }).ToListAsync(ct);
        var reminders = await db.ClawbackReminders.AsNoTracking().Where(r => r.ClawbackId == id).OrderBy(r => r.WrittenOn).ThenBy(r => r.Days).ToListAsync(ct);
        return new ClawbackDetail(
            ClawbackView.Of(row, name, today),
            row.Plan?.Parts ?? [],
            row.Plan?.Accelerates ?? false,
            [.. notices.Select(NoticeView.Of)],
            [.. objections.Select(o => ObjectionView.Of(o, row, name))],
            [.. decisions.Select(d => DecisionView.Of(d, name))],
            [.. receipts.Select(x => ReceiptPartView.Of(x.Receipt, x.Part))],
            [.. reminders.Select(ReminderView.Of)]);
    }

    /// <summary>There is no such clawback for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("clawback", id, "追缴");

    private static async Task<Page<ClawbackView>> ListAsync(
        string? programme,
        Guid? institution,
        int? year,
        Choice<ClawbackStatus>? status,
        Choice<ClawbackCause>? cause,
        int? overdueDays,
        int? dueWithinDays,
        bool? escalated,
        bool? toNotify,
        bool? refundDue,
        bool? objected,
        PageQuery page,
        FundingDb db,
        BusinessClock clock,
        HttpContext http,
        CancellationToken ct)
    {
        var (only, because) = (status?.Value, cause?.Value);
        DateOnly? dueBy = overdueDays is { } days ? clock.Today.AddDays(-Math.Clamp(days, 1, 36_500)) : null;
        var today = clock.Today;
        DateOnly? dueUntil = dueWithinDays is { } ahead ? today.AddDays(Math.Clamp(ahead, 0, 36_500)) : null;
        var rows = await db.Clawbacks.AsNoTracking().VisibleTo(db, http.Caller())
            .Where(c => (programme == null || c.Programme == programme)
                && (institution == null || c.InstitutionId == institution)
                && (year == null || c.FiscalYear == year)
                && (only == null || c.Status == only)
                && (because == null || c.Cause == because)
                && (dueBy == null || (c.Status == ClawbackStatus.Open && !c.Suspended && c.DueOn <= dueBy))
                && (dueUntil == null || (c.Status == ClawbackStatus.Open && !c.Suspended && c.DueOn >= today && c.DueOn <= dueUntil))
                && (objected == null || (c.OpenObjections > 0) == objected)
                && (escalated == null || (c.Status == ClawbackStatus.Open && c.EscalatedOn != null) == escalated)
                && (toNotify == null || (c.Status == ClawbackStatus.Open && (c.NotifiedFen == null || c.NotifiedFen != c.ClaimedFen)) == toNotify)
                && (refundDue == null || c.ReceivedFen + c.OffsetFen - c.RefundedFen > c.ClaimedFen == refundDue))
            .ToPageAsync(page, c => c.Id, ct, newestFirst: true);
        var names = await db.NamesAsync(rows.Items.Select(c => c.InstitutionId), ct);
        return rows.Select(row => ClawbackView.Of(row, names[row.InstitutionId], clock.Today));
    }

    private static async Task<Answer<CalculationSheet>> SheetAsync(Guid id, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var sheet = await db.Clawbacks.VisibleTo(db, http.Caller()).Where(c => c.Id == id).Select(c => c.Sheet).SingleOrDefaultAsync(ct);
        return (sheet is null ? NotFound(id) : StoredSheet.Read(sheet)).ToHttp();
    }
}
