using Contracts.Refusals;
using Funding.Data;
using Funding.Grants;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Policies.Evaluation;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Funding.Claims;

/// <summary>Claims, their sheets, and the room that a claimant has left.</summary>
internal static class ReadClaims
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/claims", ListAsync).RequireRoles(Visibility.BureauAndOperators);
        api.MapGet("/claims/{id:guid}", async (Guid id, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await FindAsync(id, db, packs, clock.Today, http.Caller(), ct)).ToHttp()).RequireRoles(Visibility.BureauAndOperators);
        api.MapGet("/claims/{id:guid}/sheet", SheetAsync).RequireRoles(Visibility.BureauAndOperators);
        api.MapGet("/claim-rooms", RoomsAsync).RequireRoles(Visibility.BureauAndOperators);
    }

    /// <summary>A claim as the caller may see it; the whole bank account is shown to its claimant and the two who pay.</summary>
    public static async Task<Outcome<ClaimDetail>> FindAsync(Guid id, FundingDb db, PackShelf packs, DateOnly today, Caller caller, CancellationToken ct)
    {
        var row = await db.Claims.AsNoTracking().Include(c => c.Proofs).VisibleTo(caller).SingleOrDefaultAsync(c => c.Id == id, ct);
        if (row is null)
        {
            return NotFound(id);
        }

        var grant = row.GrantId is { } grantId ? await db.Grants.AsNoTracking().Include(g => g.Shares).SingleAsync(g => g.Id == grantId, ct) : null;
        var files = await db.FilesAsync(id, ct);
        var whole = caller.IsAny(Roles.FinanceMaker, Roles.FinanceApprover) || caller.Organisation == row.ClaimantCode;
        return new ClaimDetail(
            ClaimView.Of(row),
            row.ReadAnswers(),
            row.PayeeName,
            whole ? row.PayeeAccount : row.PayeeAccount is { Length: > 4 } account ? PaymentView.Mask(account) : null,
            row.Reason,
            [.. row.Proofs.OrderBy(p => p.Position).Select(ClaimProofView.Of)],
            row.ReadFlags(),
            [.. files.Select(f => new ClaimFileView(f.Field, f.ProofNumber, AttachmentView.Of(f.Attachment)))],
            await RoomAsync(row, grant?.FiscalYear ?? today.Year, db, packs, today, ct),
            grant is null ? null : PaymentView.Of(grant, await PaymentView.NamesAsync(db, [grant], ct)),
            [.. (grant?.Shares ?? []).Select(s => new ShareEntry(s.Payer, s.AmountFen))],
            [.. ClaimDetail.Steps(row, grant)]);
    }

    /// <summary>There is no such claim for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("claim", id, "申领");

    private static async Task<Page<ClaimView>> ListAsync(
        string? programme, string? kind, Choice<ClaimStatus>? status, string? claimant, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var only = status?.Value;
        var rows = await db.Claims.AsNoTracking().Include(c => c.Proofs).VisibleTo(http.Caller())
            .Where(c => (programme == null || c.Programme == programme)
                && (kind == null || c.Kind == kind)
                && (only == null || c.Status == only)
                && (claimant == null || c.ClaimantCode == claimant))
            .ToPageAsync(page, c => c.Id, ct, newestFirst: true);
        return rows.Select(ClaimView.Of);
    }

    private static async Task<Answer<CalculationSheet>> SheetAsync(Guid id, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var row = await db.Claims.VisibleTo(http.Caller()).Where(c => c.Id == id).Select(c => new { c.Sheet }).SingleOrDefaultAsync(ct);
        Outcome<CalculationSheet> outcome = row switch
        {
            null => NotFound(id),
            { Sheet: { } sheet } => StoredSheet.Read(sheet),
            _ => Refusal.Conflict("not-decided", "status", "尚未核定，没有计算书。", "It is not assessed yet; there is no sheet."),
        };
        return outcome.ToHttp();
    }

    // A claimant sees its own; the bureau names whose.
    private static async Task<IReadOnlyList<RoomView>> RoomsAsync(
        string programme, string? claimant, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct)
    {
        var (caller, today) = (http.Caller(), clock.Today);
        var code = caller.IsAny(Visibility.Bureau) ? claimant : caller.Organisation;
        var pack = await packs.RulingAsync(programme, today, ct);
        if (code is null || pack.Jurisdiction != caller.Jurisdiction)
        {
            return [];
        }

        var ceilings = pack.Claims.Select(c => c.Ceiling).OfType<ClaimCeiling>().DistinctBy(c => c.Parameter).ToList();
        var used = await db.ClaimantAccounts.AsNoTracking().Where(a => a.Programme == programme && a.ClaimantCode == code)
            .Select(a => new { a.Ceiling, a.FiscalYear, a.UsedFen }).Take(200).ToListAsync(ct);
        return
        [
            .. ceilings.Select(ceiling => (ceiling, year: ClaimantAccount.YearOf(ceiling, today.Year))).Select(c => RoomView.Of(
                pack.Amount(c.ceiling.Parameter, today), c.year, used.Find(a => a.Ceiling == c.ceiling.Parameter && a.FiscalYear == c.year)?.UsedFen ?? 0)),
        ];
    }

    private static async Task<RoomView?> RoomAsync(Claim claim, int fiscalYear, FundingDb db, PackShelf packs, DateOnly today, CancellationToken ct)
    {
        var pack = await packs.RulingAsync(claim.Programme, today, ct);
        if (pack.Claim(claim.Kind)?.Ceiling is not { } ceiling)
        {
            return null;
        }

        var year = ClaimantAccount.YearOf(ceiling, fiscalYear);
        var used = await db.RoomAsync(claim.Programme, ceiling.Parameter, claim.ClaimantCode, year, ct);
        return RoomView.Of(pack.Amount(ceiling.Parameter, today), year, used?.UsedFen ?? 0);
    }
}
