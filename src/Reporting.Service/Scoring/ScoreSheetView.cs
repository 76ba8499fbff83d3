using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Evaluations;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Scoring;

/// <summary>A score sheet as its expert sees it: the body, and the indicators to score it by. The city, which may order a recusal, sees no score in it.</summary>
internal sealed record ScoreSheetView(
    Guid Id,
    Guid EvaluationId,
    Guid RoundId,
    string Programme,
    int Year,
    Label Title,
    Guid InstitutionId,
    string InstitutionName,
    string InstitutionCode,
    bool Named,
    bool Locked,
    SheetStatus Status,
    int? FirstSpread,
    int Lowest,
    int Highest,
    int? Dispersion,
    IReadOnlyList<ScoredIndicator> Indicators,
    IReadOnlyList<IndicatorScore> Scores,
    int? Total,
    DateTime? ScoredAt,
    RecusalGround? RecusalGround,
    string? RecusalReason,
    long Version) : IETagged
{
    public static ScoreSheetView Of(ScoreSheet sheet, EvaluationRound round, PackEvaluation scheme)
    {
        var (evaluation, scoring, scored) = (sheet.Evaluation, scheme.Scoring!, sheet.Status == SheetStatus.Scored);
        return new ScoreSheetView(
            sheet.Id,
            evaluation.Id,
            round.Id,
            round.Programme,
            round.Year,
            new Label(round.TitleZh, round.TitleEn),
            evaluation.InstitutionId,
            evaluation.Institution.Name,
            evaluation.Institution.Organisation,
            scheme.NamesBodies,
            evaluation.Status != EvaluationStatus.Due,
            sheet.Status,
            sheet.FirstSpread,
            scoring.Lowest,
            scoring.Highest,
            scoring.Dispersion,
            scoring.Indicators,
            scored ? sheet.ReadScores() : [],
            scored ? sheet.Total : null,
            scored ? sheet.ScoredAt : null,
            sheet.RecusalGround,
            sheet.RecusalReason,
            sheet.Version);
    }
}

/// <summary>An expert's own score sheets, newest first; nobody else's.</summary>
internal static class ReadScoreSheets
{
    public static void Map(IEndpointRouteBuilder sheets)
    {
        sheets.MapGet("/", ListAsync).RequireRoles(Roles.Expert).WithSummary("The expert's own score sheets, newest first");
        sheets.MapGet("/{id:guid}", GetAsync).RequireRoles(Roles.Expert).WithSummary("One of the expert's own score sheets");
    }

    private static async Task<Page<ScoreSheetView>> ListAsync(
        Choice<SheetStatus>? status, PageQuery page, ReportingDb db, PackShelf packs, HttpContext http, CancellationToken cancellationToken)
    {
        var only = status?.Value;
        var found = await Own(db, http.Caller()).Where(sheet => only == null || sheet.Status == only)
            .ToPageAsync(page, sheet => sheet.Id, cancellationToken, newestFirst: true);
        var views = await ViewAsync(found.Items, db, packs, cancellationToken);
        return found.Select(sheet => views[sheet.Id]);
    }

    private static async Task<Answer<ScoreSheetView>> GetAsync(Guid id, ReportingDb db, PackShelf packs, HttpContext http, CancellationToken cancellationToken)
    {
        var sheet = await Own(db, http.Caller()).SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        Outcome<ScoreSheetView> outcome = sheet is null ? ScoringDesk.NotFound(id) : (await ViewAsync([sheet], db, packs, cancellationToken))[id];
        return outcome.ToHttp();
    }

    private static IQueryable<ScoreSheet> Own(ReportingDb db, Caller caller)
    {
        var subject = caller.Subject;
        return db.ScoreSheets.AsNoTracking().Include(s => s.Evaluation).ThenInclude(e => e.Institution).Where(sheet => sheet.ExpertSubject == subject);
    }

    private static async Task<Dictionary<Guid, ScoreSheetView>> ViewAsync(
        IReadOnlyList<ScoreSheet> sheets, ReportingDb db, PackShelf packs, CancellationToken cancellationToken)
    {
        var ids = sheets.Select(s => s.Evaluation.RoundId).Distinct().ToList();
        var rounds = await db.EvaluationRounds.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        var schemes = new Dictionary<Guid, PackEvaluation>();
        foreach (var round in rounds.Values)
        {
            schemes[round.Id] = await packs.SchemeAsync(round, cancellationToken);
        }

        return sheets.ToDictionary(sheet => sheet.Id, sheet => ScoreSheetView.Of(sheet, rounds[sheet.Evaluation.RoundId!.Value], schemes[sheet.Evaluation.RoundId!.Value]));
    }
}
