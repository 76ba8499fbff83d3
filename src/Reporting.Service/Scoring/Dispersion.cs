using Contracts.Refusals;
using Reporting.Evaluations;

namespace Reporting.Scoring;

/// <summary>How far the first opinions on a body lie apart: above the pack's limit further experts are heard before anything is concluded.</summary>
internal static class Dispersion
{
    /// <summary>The totals of the first opinions that are in, in hundredths of a point.</summary>
    public static IReadOnlyCollection<int> FirstTotals(Evaluation evaluation) =>
        [.. First(evaluation).Where(sheet => sheet.Status == SheetStatus.Scored).Select(sheet => sheet.Total!.Value)];

    /// <summary>
    /// Whether all first opinions are in and lie further apart than they may. While there are too few, whoever is appointed gives a first opinion,
    /// however far apart the others lie.
    /// </summary>
    public static bool IsAboveLimit(Evaluation evaluation, Policies.Scoring scoring) =>
        !IsShort(evaluation, scoring) && First(evaluation).All(sheet => sheet.Status != SheetStatus.Open) && scoring.IsDispersed(FirstTotals(evaluation));

    /// <summary>Whether fewer give a first opinion than the pack asks for: who was recused is to be replaced.</summary>
    public static bool IsShort(Evaluation evaluation, Policies.Scoring scoring) => First(evaluation).Count() < scoring.Experts;

    /// <summary>How many further opinions a body still wants.</summary>
    public static int Wanted(Evaluation evaluation, Policies.Scoring scoring) => IsAboveLimit(evaluation, scoring)
        ? Math.Max(0, scoring.FurtherExperts - evaluation.Sheets.Count(sheet => sheet is { FirstSpread: not null, Status: SheetStatus.Scored }))
        : 0;

    /// <summary>What stands against concluding; null where every body that wants further opinions has them.</summary>
    public static Refusal? Check(IReadOnlyList<Evaluation> evaluations, Policies.Scoring scoring, string clause)
    {
        var wanting = evaluations.Where(evaluation => Wanted(evaluation, scoring) > 0).ToList();
        return wanting.Count == 0
            ? null
            : Refusal.Conflict(
                    "dispersion",
                    clause,
                    $"{wanting.Count} 个单位的专家得分相差超过 {scoring.Dispersion} 分，须另请 {scoring.FurtherExperts} 名专家评分后方可汇总：{string.Join('、', wanting.Select(e => e.Institution.Name))}。",
                    $"The totals of {wanting.Count} body(ies) lie more than {scoring.Dispersion} points apart; {scoring.FurtherExperts} further expert(s) must score each before the scores are concluded: {string.Join(", ", wanting.Select(e => e.Institution.Name))}.")
                .With("limit", scoring.Dispersion)
                .With("furtherExperts", scoring.FurtherExperts)
                .With("evaluations", wanting.Select(e => new { e.Id, e.Institution.Name, Spread = Policies.Scoring.Spread(FirstTotals(e)), Wanted = Wanted(e, scoring) }));
    }

    private static IEnumerable<ScoreSheet> First(Evaluation evaluation) => evaluation.Sheets.Where(sheet => sheet is { FirstSpread: null, Status: not SheetStatus.Recused });
}
