using Contracts.Refusals;
using Funding.Clawbacks;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.Notices;

/// <summary>A notice that takes money back (追缴通知书).</summary>
internal sealed record NoticeView(
    Guid Id,
    string Number,
    DateOnly IssuedOn,
    long ClaimedFen,
    long OutstandingFen,
    DateOnly DueOn,
    SignatureView Issued,
    DateOnly? DeliveredOn,
    string? DeliveredHow,
    SignatureView? Delivered)
{
    public static NoticeView Of(ClawbackNotice row) => new(
        row.Id,
        row.NumberText,
        row.IssuedOn,
        row.ClaimedFen,
        row.OutstandingFen,
        row.DueOn,
        SignatureView.Of(row.Issued),
        row.DeliveredOn,
        row.DeliveredHow,
        SignatureView.Of(row.Delivered));
}

/// <summary>All that is printed on a notice: to whom, for what, how much, until when, and how it is calculated.</summary>
internal sealed record NoticeDetail(
    NoticeView Notice,
    Guid ClawbackId,
    Guid InstitutionId,
    string InstitutionName,
    string ImplementingBodyName,
    string ImplementingBodyCode,
    string Programme,
    int FiscalYear,
    ClawbackCause Cause,
    string ClauseId,
    CalculationSheet Sheet);

/// <summary>A notice as the list of all that went out shows it.</summary>
internal sealed record IssuedNotice(NoticeView Notice, Guid ClawbackId, string InstitutionName, int FiscalYear, ClawbackCause Cause);

/// <summary>Notices, to be printed and found again.</summary>
internal static class ReadNotices
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/clawback-notices", ListAsync).RequireRoles(Visibility.Bureau);
        api.MapGet("/clawback-notices/{id:guid}", async (Guid id, FundingDb db, HttpContext http, CancellationToken ct) =>
            (await FindAsync(id, db, http.Caller(), ct)).ToHttp()).RequireRoles(Visibility.BureauAndOperators);
    }

    /// <summary>A notice as the caller may see it.</summary>
    public static async Task<Outcome<NoticeDetail>> FindAsync(Guid id, FundingDb db, Caller caller, CancellationToken ct)
    {
        var row = await db.ClawbackNotices.AsNoTracking().Where(n => n.Id == id)
            .Join(db.Clawbacks.VisibleTo(db, caller), n => n.ClawbackId, c => c.Id, (n, c) => new { Notice = n, Case = c })
            .Join(db.Accounts, x => x.Case.InstitutionId, a => a.InstitutionId, (x, a) => new { x.Notice, x.Case, a.Name, a.ImplementingBodyName, a.ImplementingBodyCode })
            .SingleOrDefaultAsync(ct);
        return row is null || !StoredSheet.Read(row.Notice.Sheet).Accepted(out var sheet, out _)
            ? NotFound(id)
            : new NoticeDetail(
                NoticeView.Of(row.Notice),
                row.Case.Id,
                row.Case.InstitutionId,
                row.Name,
                row.ImplementingBodyName,
                row.ImplementingBodyCode,
                row.Case.Programme,
                row.Case.FiscalYear,
                row.Case.Cause,
                row.Case.ClauseId,
                sheet);
    }

    private static async Task<Page<IssuedNotice>> ListAsync(bool? delivered, string? number, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var (jurisdiction, wanted) = (http.Caller().Jurisdiction, number?.Trim());
        var rows = await db.ClawbackNotices.AsNoTracking()
            .Where(n => n.Jurisdiction == jurisdiction
                && (delivered == null || (n.DeliveredOn != null) == delivered)
                && (wanted == null || n.NumberText == wanted))
            .ToPageAsync(page, n => n.Id, ct, newestFirst: true);
        var ids = rows.Items.Select(n => n.ClawbackId).Distinct().ToList();
        var cases = await db.Clawbacks.Where(c => ids.Contains(c.Id))
            .Join(db.Accounts, c => c.InstitutionId, a => a.InstitutionId, (c, a) => new { c.Id, a.Name, c.FiscalYear, c.Cause })
            .ToDictionaryAsync(c => c.Id, ct);
        return rows.Select(n =>
        {
            var of = cases[n.ClawbackId];
            return new IssuedNotice(NoticeView.Of(n), of.Id, of.Name, of.FiscalYear, of.Cause);
        });
    }

    /// <summary>The open case of a notice's number; null where there is none.</summary>
    public static Task<Guid?> CaseOfNoticeAsync(this FundingDb db, string? number, Caller caller, CancellationToken ct) => db.ClawbackNotices
        .Where(n => n.Jurisdiction == caller.Jurisdiction && n.NumberText == number)
        .Select(n => (Guid?)n.ClawbackId).SingleOrDefaultAsync(ct);

    /// <summary>There is no such notice for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("clawback notice", id, "追缴通知书");
}
