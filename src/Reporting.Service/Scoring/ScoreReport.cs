using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Policies.Evaluation;
using Reporting.Data;
using Reporting.Evaluations;
using Reporting.Institutions;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Scoring;

/// <summary>What one expert gave; its name only for the bureau.</summary>
internal sealed record ReportedSheet(int Number, string? ExpertName, bool IsFurther, int Total, IReadOnlyList<IndicatorScore> Scores);

/// <summary>What a moderation meeting made of it.</summary>
internal sealed record ModerationView(
    Guid Id,
    string DocumentNumber,
    DateOnly HeldOn,
    IReadOnlyList<string> Present,
    int FromScore,
    string FromGrade,
    int ToScore,
    string ToGrade,
    string Reason,
    ModerationStatus Status,
    string ProposedByName,
    string? ClosedByName)
{
    public static ModerationView Of(Moderation row) => new(
        row.Id, row.DocumentNumber, row.HeldOn, row.Present, row.FromScore, row.FromGrade, row.ToScore, row.ToGrade, row.Reason, row.Status, row.ProposedByName, row.ClosedByName);
}

/// <summary>The score report (评分报告) of a body, to be read and printed: how every figure came about.</summary>
internal sealed record ScoreReportView(
    EvaluationView Evaluation,
    Label Title,
    IReadOnlyList<ScoredIndicator> Indicators,
    IReadOnlyList<ReportedSheet> Sheets,
    int Recused,
    IReadOnlyList<ModerationView> Moderations,
    CalculationSheet Sheet);

/// <summary>Reads a score report: the bureau's once the scores are concluded, the body's once its result is published and without the experts' names.</summary>
internal static class ScoreReport
{
    private static readonly string[] Bureau = [Roles.CityReviewer, Roles.Leader, Roles.Auditor];

    public static void Map(IEndpointRouteBuilder evaluations) => evaluations
        .MapGet("/{id:guid}/score-report", HandleAsync)
        .RequireRoles(Roles.Operator, Roles.DistrictReviewer, Roles.CityReviewer, Roles.Leader, Roles.Auditor)
        .WithSummary("How the experts' scores became a grade");

    /// <summary>The sheet: each indicator's mean, the experts' totals, the score, what a meeting made of it, and the grade.</summary>
    public static CalculationSheet Sheet(PolicyPack pack, PackEvaluation scheme, Evaluation evaluation, IReadOnlyList<ScoreSheet> scored, bool published)
    {
        var (scoring, clause) = (scheme.Scoring!, scheme.Scoring!.Citation.ClauseId);
        var sheet = pack.Sheet("评分计算表", "Calculation of the score");
        foreach (var indicator in scoring.Indicators)
        {
            List<int> scores = [.. scored.Select(s => s.ReadScores().First(line => line.Indicator == indicator.Name).Score)];
            sheet.Line(
                $"{indicator.Label.Zh}（权重 {indicator.Weight}%），各专家评分",
                $"{indicator.Label.En} (weight {indicator.Weight} %), the experts' scores",
                indicator.Citation.ClauseId,
                Figure.Of(string.Join(" · ", scores)));
        }

        sheet.Line(
            "专家平均得分（四舍六入五成双，保留两位小数）",
            "Mean of the experts' totals (half-even, two decimals)",
            clause,
            Figure.Of(Points.Of(evaluation.CalculatedScore!.Value)),
            [.. scored.Select((s, index) => new SheetInput(new Label($"专家{index + 1}加权得分", $"Expert {index + 1}, weighted"), Figure.Of(Points.Of(s.Total!.Value))))]);
        var (score, grade) = published ? (evaluation.PublishedScore!.Value, evaluation.PublishedGrade!) : (evaluation.Score!.Value, evaluation.Grade!);
        if (score != evaluation.CalculatedScore)
        {
            sheet.Line("评议或异议处理后的得分", "Score after the meeting or the objection", clause, Figure.Of(Points.Of(score)));
        }

        return sheet.Line(
                "等次",
                "Grade",
                clause,
                Figure.Of(pack.Grade(grade)!.Label),
                [.. scoring.Grades.Select(g => new SheetInput(new Label($"{pack.Grade(g.Grade)!.Label.Zh}起点分", $"{pack.Grade(g.Grade)!.Label.En} from"), Figure.Of(g.From)))])
            .Build();
    }

    private static async Task<Answer<ScoreReportView>> HandleAsync(Guid id, ReportingDb db, PackShelf packs, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var bureau = caller.IsAny(Bureau);
        var evaluation = await db.Evaluations.AsNoTracking().Include(e => e.Institution).Include(e => e.Sheets).VisibleTo(caller)
            .SingleOrDefaultAsync(e => e.Id == id, cancellationToken);
        if (evaluation?.CalculatedScore is null || (!bureau && evaluation.PublishedScore is null))
        {
            return ((Outcome<ScoreReportView>)ReadEvaluations.NotFound(id)).ToHttp();
        }

        var round = await db.EvaluationRounds.AsNoTracking().SingleAsync(r => r.Id == evaluation.RoundId, cancellationToken);
        var pack = await packs.RulingAsync(round.Programme, round.OpenedOn, cancellationToken);
        var scheme = Schemes.Known(pack, round.Scheme);
        List<ScoreSheet> scored = [.. evaluation.Sheets.Where(s => s.Status == SheetStatus.Scored).OrderBy(s => s.Id)];
        var moderations = await db.Moderations.AsNoTracking().Where(m => m.EvaluationId == id && (bureau || m.Status == ModerationStatus.Confirmed))
            .OrderBy(m => m.Id).ToListAsync(cancellationToken);
        Outcome<ScoreReportView> outcome = new ScoreReportView(
            EvaluationView.Of(evaluation, caller),
            scheme.Label,
            scheme.Scoring!.Indicators,
            [.. scored.Select((s, index) => new ReportedSheet(index + 1, bureau ? s.ExpertName : null, s.FirstSpread is not null, s.Total!.Value, s.ReadScores()))],
            evaluation.Sheets.Count(s => s.Status == SheetStatus.Recused),
            moderations.ConvertAll(ModerationView.Of),
            Sheet(pack, scheme, evaluation, scored, published: !bureau));
        return outcome.ToHttp();
    }
}
