using Contracts.Refusals;
using Funding.Accounts;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.Settlements;

/// <summary>A settlement as lists show it: its latest figures.</summary>
internal sealed record SettlementView(
    Guid Id,
    long Version,
    Guid InstitutionId,
    string InstitutionName,
    string Programme,
    int FiscalYear,
    Guid ReviewId,
    long ReviewVersion,
    int Revision,
    string Grade,
    long AdvanceFen,
    long EntitledFen,
    long ClawbackFen) : IETagged
{
    public static SettlementView Of(Settlement row, string name) => new(
        row.Id,
        row.Version,
        row.InstitutionId,
        name,
        row.Programme,
        row.FiscalYear,
        row.ReviewId,
        row.ReviewVersion,
        row.Revision,
        row.Grade,
        row.AdvanceFen,
        row.EntitledFen,
        row.ClawbackFen);
}

/// <summary>One calculation of a settlement.</summary>
internal sealed record RevisionView(
    int Revision,
    string Grade,
    DateOnly PublishedOn,
    string DocumentNumber,
    DateOnly SettledOn,
    long AdvanceFen,
    long EntitledFen,
    long ClawbackFen)
{
    public static RevisionView Of(SettlementRevision row) => new(
        row.Revision, row.Grade, row.PublishedOn, row.DocumentNumber, row.SettledOn, row.AdvanceFen, row.EntitledFen, row.ClawbackFen);
}

/// <summary>A settlement with all its calculations and, where there is one, its clawback.</summary>
internal sealed record SettlementDetail(SettlementView Settlement, IReadOnlyList<RevisionView> Revisions, Guid? ClawbackId) : IETagged
{
    public long Version => Settlement.Version;
}

/// <summary>Settlements and their calculation sheets.</summary>
internal static class ReadSettlements
{
    private static readonly string[] Readers = [.. Visibility.BureauAndOperators];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/settlements", ListAsync).RequireRoles(Readers);
        api.MapGet("/settlements/{id:guid}", async (Guid id, FundingDb db, HttpContext http, CancellationToken ct) =>
            (await FindAsync(id, db, http.Caller(), ct)).ToHttp()).RequireRoles(Readers);
        api.MapGet("/settlements/{id:guid}/sheet", SheetAsync).RequireRoles(Readers);
    }

    private static async Task<Page<SettlementView>> ListAsync(
        string? programme, Guid? institution, int? year, string? grade, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var rows = await db.Settlements.AsNoTracking().VisibleTo(db, http.Caller())
            .Where(s => (programme == null || s.Programme == programme)
                && (institution == null || s.InstitutionId == institution)
                && (year == null || s.FiscalYear == year)
                && (grade == null || s.Grade == grade))
            .ToPageAsync(page, s => s.Id, ct, newestFirst: true);
        var names = await db.NamesAsync(rows.Items.Select(s => s.InstitutionId), ct);
        return rows.Select(row => SettlementView.Of(row, names[row.InstitutionId]));
    }

    private static async Task<Outcome<SettlementDetail>> FindAsync(Guid id, FundingDb db, Caller caller, CancellationToken ct)
    {
        var row = await db.Settlements.AsNoTracking().VisibleTo(db, caller).SingleOrDefaultAsync(s => s.Id == id, ct);
        if (row is null)
        {
            return NotFound(id);
        }

        var names = await db.NamesAsync([row.InstitutionId], ct);
        var revisions = await db.SettlementRevisions.AsNoTracking().Where(r => r.SettlementId == id).OrderBy(r => r.Revision).ToListAsync(ct);
        var clawbackId = await db.Clawbacks.Where(c => c.SettlementId == id).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(ct);
        return new SettlementDetail(SettlementView.Of(row, names[row.InstitutionId]), [.. revisions.Select(RevisionView.Of)], clawbackId);
    }

    // The latest revision's sheet, or that of ?revision=.
    private static async Task<Answer<CalculationSheet>> SheetAsync(Guid id, int? revision, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var sheet = await db.Settlements.VisibleTo(db, http.Caller()).Where(s => s.Id == id)
            .Join(db.SettlementRevisions, s => s.Id, r => r.SettlementId, (s, r) => new { s, r })
            .Where(x => x.r.Revision == (revision ?? x.s.Revision))
            .Select(x => x.r.Sheet)
            .SingleOrDefaultAsync(ct);
        return (sheet is null ? NotFound(id) : StoredSheet.Read(sheet)).ToHttp();
    }

    private static Refusal NotFound(Guid id) => Refusal.NotFound("settlement", id, "结算");
}
