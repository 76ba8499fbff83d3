using Contracts.Refusals;

namespace Registry.Selections;

/// <summary>How far the first opinions on an application lie apart: above the pack's limit further experts are heard before anything is concluded.</summary>
internal static class Dispersion
{
    /// <summary>The highest of the first opinions less the lowest; null before there are any.</summary>
    public static int? SpreadOf(Selection selection, Guid applicationId)
    {
        var scores = FirstOpinions(selection, applicationId).Where(sheet => sheet.Status == SheetStatus.Scored).Select(sheet => sheet.Score!.Value).ToList();
        return scores.Count == 0 ? null : scores.Max() - scores.Min();
    }

    /// <summary>Whether all first opinions are in and lie further apart than the limit.</summary>
    public static bool IsAboveLimit(Selection selection, Guid applicationId) =>
        FirstOpinions(selection, applicationId).All(sheet => sheet.Status != SheetStatus.Open) && SpreadOf(selection, applicationId) > selection.DispersionLimit;

    /// <summary>How many further opinions an application still wants.</summary>
    public static int Wanted(Selection selection, Guid applicationId) =>
        IsAboveLimit(selection, applicationId)
            ? Math.Max(0, selection.ThirdOpinions - selection.Sheets.Count(sheet => sheet.ApplicationId == applicationId && sheet is { FirstSpread: not null, Status: SheetStatus.Scored }))
            : 0;

    /// <summary>What stands against concluding; null where every application that wants further opinions has them.</summary>
    public static Refusal? Check(Selection selection, IReadOnlyList<SelectionEntry> standing, string clause)
    {
        var wanting = standing.Where(entry => Wanted(selection, entry.ApplicationId) > 0).ToList();
        return wanting.Count == 0
            ? null
            : Refusal.Conflict(
                    "dispersion",
                    clause,
                    $"{wanting.Count} 项申请的专家评分相差超过 {selection.DispersionLimit} 分，须另请 {selection.ThirdOpinions} 名专家复评后方可结束评审：{string.Join('、', wanting.Select(entry => entry.Title))}。",
                    $"The scores of {wanting.Count} application(s) lie more than {selection.DispersionLimit} points apart; {selection.ThirdOpinions} further expert(s) must score each before the review is concluded: {string.Join(", ", wanting.Select(entry => entry.Title))}.")
                .With("limit", selection.DispersionLimit)
                .With("thirdOpinions", selection.ThirdOpinions)
                .With("applications", wanting.Select(entry => new { entry.ApplicationId, entry.Title, Spread = SpreadOf(selection, entry.ApplicationId), Wanted = Wanted(selection, entry.ApplicationId) }));
    }

    private static IEnumerable<ScoreSheet> FirstOpinions(Selection selection, Guid applicationId) =>
        selection.Sheets.Where(sheet => sheet.ApplicationId == applicationId && sheet is { FirstSpread: null, Status: not SheetStatus.Recused });
}
