using Contracts.Refusals;
using Contracts.Values;
using Funding.Data;
using Funding.Packs;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Funding.Settlements;

/// <summary>
/// How a line of a settlement run comes to its money, clause by clause: before the commit calculated anew from the same facts, afterwards
/// as it was settled. Where the facts are no longer those of the preview there is no sheet, but the reason why the line will be left out.
/// </summary>
internal static class ReadLineSheet
{
    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/settlement-runs/{id:guid}/lines/{institutionId:guid}/sheet", async (
            Guid id, Guid institutionId, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await FindAsync(id, institutionId, db, packs, clock.Today, http.Caller().Jurisdiction, ct)).ToHttp())
        .RequireRoles(Visibility.Bureau);

    /// <summary>The calculation with what is claimed by it: other cases may hold some of those fens already, and a correction finds a claim.</summary>
    public static CalculationSheet Explain(SettlementLine line, YearFigures figures, PaymentRules rules)
    {
        var clause = rules.Pack.Rules.First(rule => rule.Name == "clawback").Citation.ClauseId;
        List<SheetInput> inputs = [new(new Label("已拨付－应补助", "Advance less entitled"), Figure.Of(figures.Clawback)), new(new Label("此前追缴", "Claimed before"), Fen(line.ClaimedBeforeFen))];
        if (line.EntitledBeforeFen is { } before)
        {
            inputs.Add(new SheetInput(new Label("此前应补助", "Entitled before"), Fen(before)));
        }

        return rules.Pack.Sheet("年度资金结算（预览）", "Settlement of a year's money (preview)").Lines(figures.Sheet)
            .Line("结算后多拨付追缴（同一分钱只追缴一次）", "Claimed as over-advanced after it (a fen is claimed once)", clause, Fen(line.ClaimedFen), [.. inputs])
            .Build();
    }

    private static async Task<Outcome<CalculationSheet>> FindAsync(
        Guid id, Guid institutionId, FundingDb db, PackShelf packs, DateOnly today, string? jurisdiction, CancellationToken ct)
    {
        var line = await db.SettlementLines.AsNoTracking()
            .SingleOrDefaultAsync(l => l.RunId == id && l.InstitutionId == institutionId && db.SettlementRuns.Any(r => r.Id == id && r.Jurisdiction == jurisdiction), ct);
        return line?.State switch
        {
            null => Refusal.NotFound("settlement line", institutionId, "结算批次中的机构"),
            SettlementLineState.Settled => await SettledAsync(line, db, ct),
            SettlementLineState.Previewed => await PreviewedAsync(line, db, packs, today, ct),
            _ => Refusal.Conflict("line-not-settled", "ZS-06", line.ReasonZh!, line.ReasonEn!).With("institutionId", institutionId),
        };
    }

    private static async Task<Outcome<CalculationSheet>> SettledAsync(SettlementLine line, FundingDb db, CancellationToken ct) => StoredSheet.Read(
        await db.SettlementRevisions.AsNoTracking()
            .Where(r => r.SettlementRunId == line.RunId && db.Settlements.Any(s => s.Id == r.SettlementId && s.InstitutionId == line.InstitutionId))
            .Select(r => r.Sheet).SingleAsync(ct));

    private static async Task<Outcome<CalculationSheet>> PreviewedAsync(SettlementLine line, FundingDb db, PackShelf packs, DateOnly today, CancellationToken ct)
    {
        var fiscalYear = await db.SettlementRuns.Where(r => r.Id == line.RunId).Select(r => r.FiscalYear).SingleAsync(ct);
        var account = await db.Accounts.AsNoTracking().Include(a => a.Years).SingleAsync(a => a.InstitutionId == line.InstitutionId, ct);
        var year = (await db.YearsToSettleAsync([account], [fiscalYear], ct))[0];
        var result = await db.PublishedResults.AsNoTracking().SingleAsync(r => r.InstitutionId == line.InstitutionId && r.FiscalYear == fiscalYear, ct);
        var rules = new PaymentRules(await packs.RulingAsync(result.Programme, result.PublishedOn, ct), today);
        return SettlementPreview.StillHolds(line, result, year, year.Figures(result.Grade, rules)).Accepted(out var figures, out var changed)
            ? Explain(line, figures, rules)
            : changed.With("institutionId", line.InstitutionId);
    }

    private static Figure Fen(long fen) => Figure.Of(Money.FromFen(fen));
}
