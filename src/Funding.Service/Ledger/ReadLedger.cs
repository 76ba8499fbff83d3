using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.Ledger;

/// <summary>A posting with its place in the chain; null until it is sealed.</summary>
internal sealed record PostingView(
    long Sequence,
    PostingKind Kind,
    Guid SourceId,
    int Line,
    string Programme,
    int FiscalYear,
    Guid? InstitutionId,
    LedgerAccount Debit,
    LedgerAccount Credit,
    long AmountFen,
    DateOnly PostedOn,
    string PostedBy,
    string Reference,
    long? ChainPosition,
    string? Hash)
{
    public static PostingView Of(Posting row, ChainLink? link) => new(
        row.Sequence,
        row.Kind,
        row.SourceId,
        row.Line,
        row.Programme,
        row.FiscalYear,
        row.InstitutionId,
        row.Debit,
        row.Credit,
        row.AmountFen,
        row.PostedOn,
        row.PostedBy,
        row.Reference,
        link?.Position,
        link?.Hash);
}

/// <summary>The key that signs the daily heads: its fingerprint, and its public half as PEM.</summary>
internal sealed record LedgerKeyView(string KeyId, string PublicKey);

/// <summary>A day's signed chain head.</summary>
internal sealed record DailyHeadView(DateOnly Day, long Position, string Hash, string Signature, string KeyId);

/// <summary>The ledger to read and to check.</summary>
internal static class ReadLedger
{
    /// <summary>Who reads the books of the whole bureau.</summary>
    public static readonly string[] Readers = [Roles.FinanceMaker, Roles.FinanceApprover, Roles.Auditor, Roles.Leader];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/ledger/postings", PostingsAsync).RequireRoles(Readers);
        api.MapGet("/ledger/heads", HeadsAsync).RequireRoles(Readers);
        api.MapGet("/ledger/key", (LedgerKey key) => new LedgerKeyView(key.Id, key.PublicKey)).RequireRoles(Readers);
        api.MapGet("/ledger/verify", (VerifyLedger verify, HttpContext http, CancellationToken ct) => verify.RunAsync(http.Caller().Jurisdiction, ct))
            .RequireRoles(Readers);
    }

    private static async Task<Page<PostingView>> PostingsAsync(
        [AsParameters] LedgerFilter filter, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var rows = await filter.Of(db.Postings.AsNoTracking(), http.Caller().Jurisdiction)
            .ToPageAsync(page, p => p.Sequence, ct);
        var sequences = rows.Items.Select(p => p.Sequence).ToList();
        var links = await db.ChainLinks.AsNoTracking()
            .Where(l => sequences.Contains(l.PostingSequence)).ToDictionaryAsync(l => l.PostingSequence, ct);
        return rows.Select(row => PostingView.Of(row, links.GetValueOrDefault(row.Sequence)));
    }

    private static async Task<Page<DailyHeadView>> HeadsAsync(PageQuery page, FundingDb db, CancellationToken ct)
    {
        var rows = await db.DailyHeads.AsNoTracking().ToPageAsync(page, h => h.Day, ct, newestFirst: true);
        return rows.Select(h => new DailyHeadView(h.Day, h.Position, h.Hash, h.Signature, h.KeyId));
    }
}
