using Contracts.Refusals;
using Funding.Accounts;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.Spending;

/// <summary>Spending statements, their vouchers and files.</summary>
internal static class ReadSpending
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/spending-statements", ListAsync).RequireRoles(Visibility.BureauAndOperators);
        api.MapGet("/spending-statements/{id:guid}", async (Guid id, FundingDb db, HttpContext http, CancellationToken ct) =>
            (await FindAsync(id, db, http.Caller(), ct)).ToHttp()).RequireRoles(Visibility.BureauAndOperators);
        api.MapGet("/attachments/{id:guid}", FileAsync).RequireRoles(Visibility.BureauAndOperators);
    }

    /// <summary>A statement as the caller may see it.</summary>
    public static async Task<Outcome<SpendingStatementDetail>> FindAsync(Guid id, FundingDb db, Caller caller, CancellationToken ct)
    {
        var row = await db.SpendingStatements.AsNoTracking().Include(s => s.Vouchers).VisibleTo(db, caller).SingleOrDefaultAsync(s => s.Id == id, ct);
        if (row is null)
        {
            return NotFound(id);
        }

        var names = await db.NamesAsync([row.InstitutionId], ct);
        var files = await db.StatementFiles.AsNoTracking().Where(f => f.StatementId == id).OrderBy(f => f.AttachmentId)
            .Join(db.Set<Attachment>(), f => f.AttachmentId, a => a.Id, (f, a) => new { f.VoucherId, Attachment = a }).ToListAsync(ct);
        return new SpendingStatementDetail(
            SpendingStatementView.Of(row, names[row.InstitutionId]),
            [.. row.Vouchers.OrderBy(v => v.Position).Select(VoucherView.Of)],
            [.. files.Select(f => new StatementFileView(f.VoucherId, AttachmentView.Of(f.Attachment)))]);
    }

    /// <summary>There is no such statement for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("spending statement", id, "支出报表");

    private static async Task<Page<SpendingStatementView>> ListAsync(
        Guid? institution, int? year, Choice<SpendingStatus>? status, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var only = status?.Value;
        var rows = await db.SpendingStatements.AsNoTracking().VisibleTo(db, http.Caller())
            .Where(s => (institution == null || s.InstitutionId == institution)
                && (year == null || s.FiscalYear == year)
                && (only == null || s.Status == only))
            .ToPageAsync(page, s => s.Id, ct, newestFirst: true);
        var names = await db.NamesAsync(rows.Items.Select(s => s.InstitutionId), ct);
        return rows.Select(row => SpendingStatementView.Of(row, names[row.InstitutionId]));
    }

    private static async Task<IResult> FileAsync(Guid id, FundingDb db, AttachmentStore store, HttpContext http, CancellationToken ct)
    {
        var concerned = await db.SpendingStatements.VisibleTo(db, http.Caller())
            .AnyAsync(s => db.StatementFiles.Any(f => f.AttachmentId == id && f.StatementId == s.Id), ct)
            || await db.Claims.VisibleTo(http.Caller()).AnyAsync(c => db.ClaimFiles.Any(f => f.AttachmentId == id && f.ClaimId == c.Id), ct);
        return concerned && await store.FindAsync(id, ct) is { } attachment
            ? store.ToHttp(attachment)
            : new ProblemAnswer(Refusal.NotFound("attachment", id, "附件"));
    }
}
