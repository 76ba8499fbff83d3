using Contracts.Refusals;
using Funding.Accounts;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.Decisions;

/// <summary>Decisions about clawbacks: what is to be approved, and what was.</summary>
internal static class ReadDecisions
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/clawback-decisions", ListAsync).RequireRoles(Visibility.BureauAndOperators);
        api.MapGet("/clawback-decisions/{id:guid}", async (Guid id, FundingDb db, HttpContext http, CancellationToken ct) =>
            (await FindAsync(id, db, http.Caller(), ct)).ToHttp()).RequireRoles(Visibility.BureauAndOperators);
        api.MapGet("/clawback-decisions/{id:guid}/sheet", SheetAsync).RequireRoles(Visibility.BureauAndOperators);
    }

    /// <summary>A decision as the caller may see it; the whole bank account is shown to the two who work with it.</summary>
    public static async Task<Outcome<DecisionView>> FindAsync(Guid id, FundingDb db, Caller caller, CancellationToken ct)
    {
        if (await db.ClawbackDecisions.AsNoTracking().VisibleTo(db, caller).SingleOrDefaultAsync(d => d.Id == id, ct) is not { } row)
        {
            return NotFound(id);
        }

        var names = await db.NamesAsync(row.InstitutionId is { } institution ? [institution] : [], ct);
        return DecisionView.Of(row, names.Values.SingleOrDefault(), caller.IsAny(Roles.FinanceMaker, Roles.FinanceApprover));
    }

    /// <summary>There is no such decision for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("clawback decision", id, "追缴处理决定");

    private static async Task<Page<DecisionView>> ListAsync(
        Guid? clawback, Guid? institution, Choice<DecisionKind>? kind, Choice<DecisionStatus>? status, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var (of, only) = (kind?.Value, status?.Value);
        var rows = await db.ClawbackDecisions.AsNoTracking().VisibleTo(db, http.Caller())
            .Where(d => (clawback == null || d.ClawbackId == clawback)
                && (institution == null || d.InstitutionId == institution)
                && (of == null || d.Kind == of)
                && (only == null || d.Status == only))
            .ToPageAsync(page, d => d.Id, ct, newestFirst: true);
        var names = await db.NamesAsync(rows.Items.Select(d => d.InstitutionId).OfType<Guid>(), ct);
        return rows.Select(row => DecisionView.Of(row, row.InstitutionId is { } id ? names[id] : null));
    }

    private static async Task<Answer<CalculationSheet>> SheetAsync(Guid id, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var row = await db.ClawbackDecisions.VisibleTo(db, http.Caller()).Where(d => d.Id == id).Select(d => new { d.Sheet }).SingleOrDefaultAsync(ct);
        Outcome<CalculationSheet> outcome = row switch
        {
            null => NotFound(id),
            { Sheet: { } sheet } => StoredSheet.Read(sheet),
            _ => Refusal.Conflict("not-decided", "status", "尚未批准，没有计算书。", "It is not approved yet; there is no sheet."),
        };
        return outcome.ToHttp();
    }
}
