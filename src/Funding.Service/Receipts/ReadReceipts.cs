using Contracts.Refusals;
using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.Receipts;

/// <summary>Receipts, and what of them is matched to no case yet.</summary>
internal static class ReadReceipts
{
    private const int MostSuggestions = 20;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/receipts", ListAsync).RequireRoles(Visibility.Bureau);
        api.MapGet("/receipts/{id:guid}", async (Guid id, FundingDb db, HttpContext http, CancellationToken ct) =>
            (await FindAsync(id, db, http.Caller(), ct)).ToHttp()).RequireRoles(Visibility.Bureau);
    }

    /// <summary>A receipt of the caller's jurisdiction.</summary>
    public static async Task<Outcome<ReceiptDetail>> FindAsync(Guid id, FundingDb db, Caller caller, CancellationToken ct)
    {
        if (await db.Receipts.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Jurisdiction == caller.Jurisdiction, ct) is not { } row)
        {
            return NotFound(id);
        }

        var parts = await db.ReceiptParts.AsNoTracking().Where(p => p.ReceiptId == id).OrderBy(p => p.Id).ToListAsync(ct);
        var ids = parts.ConvertAll(p => p.ClawbackId);
        var cases = await db.Clawbacks.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var names = await db.NamesAsync(cases.Values.Select(c => c.InstitutionId), ct);
        return new ReceiptDetail(
            ReceiptView.Of(row),
            [.. parts.Select(p => (Part: p, Case: cases[p.ClawbackId])).Select(x => new MatchView(
                x.Case.Id, x.Case.InstitutionId, names[x.Case.InstitutionId], x.Case.FiscalYear, x.Part.AmountFen, SignatureView.Of(x.Part.Matched)))],
            row.UnmatchedFen > 0 ? await SuggestAsync(row, db, ct) : []);
    }

    /// <summary>There is no such receipt for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("receipt", id, "缴款书");

    private static async Task<Page<ReceiptView>> ListAsync(bool? unmatched, string? number, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var (jurisdiction, wanted) = (http.Caller().Jurisdiction, number?.Trim());
        var rows = await db.Receipts.AsNoTracking()
            .Where(r => r.Jurisdiction == jurisdiction
                && (unmatched == null || r.MatchedFen + r.ReturnedFen < r.AmountFen == unmatched)
                && (wanted == null || r.ReceiptNumber == wanted))
            .ToPageAsync(page, r => r.Id, ct, newestFirst: true);
        return rows.Select(ReceiptView.Of);
    }

    // The payer's own cases first, then those of exactly this amount.
    private static async Task<IReadOnlyList<SuggestedCase>> SuggestAsync(Receipt receipt, FundingDb db, CancellationToken ct)
    {
        var (fen, payer) = (receipt.UnmatchedFen, receipt.PayerName);
        var rows = await db.Clawbacks.AsNoTracking()
            .Where(c => c.Jurisdiction == receipt.Jurisdiction && c.Status == ClawbackStatus.Open)
            .Join(db.Accounts, c => c.InstitutionId, a => a.InstitutionId, (c, a) => new
            {
                Case = c,
                a.Name,
                SamePayer = payer != null && (a.Name == payer || a.ImplementingBodyName == payer),
                SameAmount = c.ClaimedFen - c.ReceivedFen - c.OffsetFen + c.RefundedFen - c.WrittenOffFen == fen,
            })
            .Where(x => x.SamePayer || x.SameAmount)
            .OrderByDescending(x => x.SamePayer).ThenByDescending(x => x.SameAmount).ThenBy(x => x.Case.Id)
            .Take(MostSuggestions)
            .ToListAsync(ct);
        return [.. rows.Select(x => new SuggestedCase(x.Case.Id, x.Name, x.Case.FiscalYear, x.Case.OutstandingFen, x.SameAmount, x.SamePayer))];
    }
}
