using Contracts.Refusals;
using Funding.Data;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.Grants;

/// <summary>A claim's or reward's payment with what is due in all, whose second approval it waits for, who else pays, and its timeline.</summary>
internal sealed record GrantDetail(
    PaymentView Grant,
    string Award,
    Guid SourceId,
    string DecisionNumber,
    long DueFen,
    SignatureView? FirstApproved,
    string? AwaitedPost,
    IReadOnlyList<ShareEntry> Shares,
    IReadOnlyList<PaymentStep> Timeline) : IETagged
{
    public long Version => Grant.Version;
}

/// <summary>Claims' and rewards' payments and their calculation sheets.</summary>
internal static class ReadGrants
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/grants", ListAsync).RequireRoles(Visibility.BureauAndOperators);
        api.MapGet("/grants/{id:guid}", async (Guid id, FundingDb db, HttpContext http, CancellationToken ct) =>
            (await FindAsync(id, db, http.Caller(), ct)).ToHttp()).RequireRoles(Visibility.BureauAndOperators);
        api.MapGet("/grants/{id:guid}/sheet", SheetAsync).RequireRoles(Visibility.BureauAndOperators);
    }

    /// <summary>A grant as the caller may see it.</summary>
    public static async Task<Outcome<GrantDetail>> FindAsync(Guid id, FundingDb db, Caller caller, CancellationToken ct)
    {
        var row = await db.Grants.AsNoTracking().Include(g => g.Shares).VisibleTo(caller).SingleOrDefaultAsync(g => g.Id == id, ct);
        if (row is null)
        {
            return NotFound(id);
        }

        var results = await db.PaymentResults.AsNoTracking().Where(r => r.PaymentId == id).ToListAsync(ct);
        return new GrantDetail(
            PaymentView.Of(row, await PaymentView.NamesAsync(db, [row], ct)),
            row.Award,
            row.SourceId,
            row.DecisionNumber,
            row.DueFen,
            SignatureView.Of(row.FirstApproved),
            row.Status == PaymentStatus.Proposed ? row.AwaitedPost : null,
            [.. row.Shares.Select(s => new ShareEntry(s.Payer, s.AmountFen))],
            [.. PaymentStep.Of(row, results)]);
    }

    /// <summary>There is no such grant for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("grant", id, "补助或奖励支付");

    private static async Task<Page<PaymentView>> ListAsync(
        string? programme, string? award, int? year, Guid? source, Choice<PaymentStatus>? status, string? awaiting, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var only = status?.Value;
        var rows = await db.Grants.AsNoTracking().VisibleTo(http.Caller())
            .Where(g => (programme == null || g.Programme == programme)
                && (award == null || g.Award == award)
                && (year == null || g.FiscalYear == year)
                && (source == null || g.SourceId == source)
                && (only == null || g.Status == only)
                && (awaiting == null || (g.AwaitedPost == awaiting && g.Status == PaymentStatus.Proposed)))
            .ToPageAsync(page, g => g.Id, ct, newestFirst: true);
        var names = await PaymentView.NamesAsync(db, rows.Items, ct);
        return rows.Select(row => PaymentView.Of(row, names));
    }

    private static async Task<Answer<CalculationSheet>> SheetAsync(Guid id, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var row = await db.Grants.VisibleTo(http.Caller()).Where(g => g.Id == id).Select(g => new { g.Sheet }).SingleOrDefaultAsync(ct);
        Outcome<CalculationSheet> outcome = row switch
        {
            null => NotFound(id),
            { Sheet: { } sheet } => StoredSheet.Read(sheet),
            _ => Refusal.Conflict("not-decided", "status", "尚未复核，没有计算书。", "It is not approved yet; there is no sheet."),
        };
        return outcome.ToHttp();
    }
}
