using Contracts.Refusals;
using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Packs;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Funding.Deadlines;

/// <summary>The bodies' clocks, and the cases of those that missed theirs.</summary>
internal static class ReadDeadlines
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/deadlines", ClocksAsync).RequireRoles(Visibility.BureauAndOperators);
        api.MapGet("/deadline-cases", CasesAsync).RequireRoles(Visibility.BureauAndOperators);
        api.MapGet("/deadline-cases/{id:guid}", async (Guid id, FundingDb db, HttpContext http, CancellationToken ct) =>
            (await FindAsync(id, db, http.Caller(), ct)).ToHttp()).RequireRoles(Visibility.BureauAndOperators);
        api.MapGet("/deadline-cases/{id:guid}/sheet", SheetAsync).RequireRoles(Visibility.BureauAndOperators);
    }

    /// <summary>A case as the caller may see it.</summary>
    public static async Task<Outcome<DeadlineCaseDetail>> FindAsync(Guid id, FundingDb db, Caller caller, CancellationToken ct)
    {
        var row = await db.DeadlineCases.AsNoTracking().VisibleTo(db, caller).SingleOrDefaultAsync(c => c.Id == id, ct);
        if (row is null)
        {
            return NotFound(id);
        }

        var names = await db.NamesAsync([row.InstitutionId], ct);
        var entries = await db.DeadlineEntries.AsNoTracking().Where(e => e.CaseId == id).OrderBy(e => e.Id).ToListAsync(ct);
        var years = entries.Select(e => e.FiscalYear).Distinct().ToList();
        var clawbacks = await db.Clawbacks
            .Where(c => c.InstitutionId == row.InstitutionId && c.Cause == ClawbackCause.Deadline && years.Contains(c.FiscalYear))
            .OrderBy(c => c.FiscalYear).Select(c => c.Id).ToListAsync(ct);
        return new DeadlineCaseDetail(
            DeadlineCaseView.Of(row, names[row.InstitutionId]),
            [.. entries.Select(e => new DeadlineEntryView(e.FiscalYear, e.Kind, e.AmountFen, e.BookedOn))],
            clawbacks);
    }

    /// <summary>There is no such case for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("deadline case", id, "逾期未认定案");

    private static async Task<Page<DeadlineView>> ClocksAsync(
        string? programme, string? district, bool? recognised, PageQuery page, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct)
    {
        var rows = await db.Accounts.AsNoTracking().VisibleTo(http.Caller())
            .Where(a => a.FirstAllottedOn != null
                && (programme == null || a.Programme == programme)
                && (district == null || a.District == district)
                && (recognised == null || (a.RecognisedOn != null) == recognised))
            .ToPageAsync(page, a => a.InstitutionId, ct, newestFirst: true);
        var ids = rows.Items.Select(a => a.InstitutionId).ToList();
        var ruling = await packs.RulingAsync(rows.Items.Select(a => a.Programme), clock.Today, ct);
        var allotments = await db.AllotmentsAsync(ids, ct);
        var warnings = (await db.DeadlineWarnings.AsNoTracking().Where(w => ids.Contains(w.InstitutionId)).ToListAsync(ct)).ToLookup(w => w.InstitutionId);
        var open = (await db.DeadlineCases.AsNoTracking()
            .Where(c => ids.Contains(c.InstitutionId) && c.Status == DeadlineCaseStatus.Proposed)
            .Select(c => new { c.InstitutionId, c.Id }).ToListAsync(ct)).ToLookup(c => c.InstitutionId, c => (Guid?)c.Id);
        return rows.Select(row => DeadlineView.Of(
            row,
            ruling.TryGetValue(row.Programme, out var pack) ? RecognitionClock.All(row, allotments[row.InstitutionId], new PaymentRules(pack, clock.Today)) : [],
            warnings[row.InstitutionId],
            open[row.InstitutionId].FirstOrDefault()));
    }

    private static async Task<Page<DeadlineCaseView>> CasesAsync(
        Guid? institution, Choice<DeadlineCaseStatus>? status, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var only = status?.Value;
        var rows = await db.DeadlineCases.AsNoTracking().VisibleTo(db, http.Caller())
            .Where(c => (institution == null || c.InstitutionId == institution) && (only == null || c.Status == only))
            .ToPageAsync(page, c => c.Id, ct, newestFirst: true);
        var names = await db.NamesAsync(rows.Items.Select(c => c.InstitutionId), ct);
        return rows.Select(row => DeadlineCaseView.Of(row, names[row.InstitutionId]));
    }

    private static async Task<Answer<CalculationSheet>> SheetAsync(Guid id, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var sheet = await db.DeadlineCases.VisibleTo(db, http.Caller()).Where(c => c.Id == id).Select(c => c.Sheet).SingleOrDefaultAsync(ct);
        return (sheet is null ? NotFound(id) : StoredSheet.Read(sheet)).ToHttp();
    }
}
