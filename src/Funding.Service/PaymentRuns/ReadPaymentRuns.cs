using Contracts.Refusals;
using Funding.Data;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.PaymentRuns;

/// <summary>Payment runs, their payments and what the bank answered.</summary>
internal static class ReadPaymentRuns
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/payment-runs", ListAsync).RequireRoles(Visibility.Bureau);
        api.MapGet("/payment-runs/{id:guid}", async (Guid id, FundingDb db, HttpContext http, CancellationToken ct) =>
            (await FindAsync(id, db, http.Caller(), ct)).ToHttp()).RequireRoles(Visibility.Bureau);
    }

    /// <summary>A run as the caller may see it; whole bank accounts for the two who work with them.</summary>
    public static async Task<Outcome<PaymentRunDetail>> FindAsync(Guid id, FundingDb db, Caller caller, CancellationToken ct)
    {
        var run = await db.PaymentRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Jurisdiction == caller.Jurisdiction, ct);
        if (run is null)
        {
            return NotFound(id);
        }

        var payments = await db.Payments.AsNoTracking().Where(a => a.PaymentRunId == id).OrderBy(a => a.Id).ToListAsync(ct);
        var names = await PaymentView.NamesAsync(db, payments, ct);
        var ids = payments.Select(a => a.Id).ToList();
        var results = await db.PaymentResults.AsNoTracking().Where(r => ids.Contains(r.PaymentId)).OrderBy(r => r.PaymentId).ThenBy(r => r.Outcome).ToListAsync(ct);
        var files = await db.ResultFiles.AsNoTracking().Where(f => f.PaymentRunId == id).OrderBy(f => f.Id).ToListAsync(ct);
        var whole = caller.IsAny(Roles.FinanceMaker, Roles.FinanceApprover);
        return new PaymentRunDetail(
            PaymentRunView.Of(run),
            [.. payments.Select(p => PaymentView.Of(p, names, whole))],
            [.. results.Select(PaymentResultView.Of)],
            [.. files.Select(ResultFileView.Of)]);
    }

    /// <summary>There is no such run for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("payment run", id, "支付批次");

    private static async Task<Page<PaymentRunView>> ListAsync(
        string? programme, int? year, Choice<PaymentRunStatus>? status, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var only = status?.Value;
        var jurisdiction = http.Caller().Jurisdiction;
        var rows = await db.PaymentRuns.AsNoTracking()
            .Where(r => r.Jurisdiction == jurisdiction
                && (programme == null || r.Programme == programme)
                && (year == null || r.FiscalYear == year)
                && (only == null || r.Status == only))
            .ToPageAsync(page, r => r.Id, ct, newestFirst: true);
        return rows.Select(PaymentRunView.Of);
    }
}
