using Contracts.Reporting;
using Policies;
using Registry.Packs;
using Registry.Sanctions;

namespace Registry.Evaluations;

/// <summary>
/// What an institution's published evaluations speak for, as far as they are known (ZS-18): the failed year (ZS-19), the failed
/// re-evaluation (ZS-19, ZS-20) and two failed years in a row (ZS-22), whether or not a rectification runs. Pure.
/// </summary>
internal static class WeighEvaluations
{
    /// <summary>A ground that the results speak for.</summary>
    /// <param name="Ground">The ground.</param>
    /// <param name="Year">The failed year; of two the later; of a re-evaluation the year that it follows.</param>
    /// <param name="Cause">The results in their versions.</param>
    /// <param name="FoundOn">The day of publication, of two the later.</param>
    /// <param name="Zh">What was found.</param>
    /// <param name="En">The same.</param>
    internal sealed record Charge(string Ground, int Year, string Cause, DateOnly FoundOn, string Zh, string En);

    /// <summary>Every charge that the results of one institution bear out.</summary>
    /// <param name="category">Its category: a ground may hit some of them alone (HB-17).</param>
    /// <param name="results">Its results, each in its latest version.</param>
    /// <param name="cases">The cases against it.</param>
    /// <param name="packOf">The rules of a year.</param>
    public static IReadOnlyList<Charge> Charges(
        string category, IReadOnlyList<EvaluationResult> results, IReadOnlyList<SanctionCase> cases, Func<int, PolicyPack?> packOf)
    {
        var failed = results.Where(r => r.Fails(packOf(r.Year))).ToList();
        var years = failed.Where(r => r.Kind == EvaluationKinds.Yearly).OrderBy(r => r.Year).ToList();
        var charges = years.Select(FailedYear).ToList();
        charges.AddRange(from earlier in years from later in years where later.Year == earlier.Year + 1 select TwoInARow(earlier, later));
        charges.AddRange(
            from rectification in cases.Rectifications()
            from result in failed
            where result.Judges(rectification, packOf(result.Year))
            select FailedAgain(rectification, result));
        return [.. charges.Where(charge => packOf(charge.Year)?.Find(charge.Ground)?.Hits(category) == true)];
    }

    /// <summary>The confirmed rectifications that still stand: their year failed, and no passed re-evaluation has ended them.</summary>
    public static IReadOnlyList<SanctionCase> StandingRectifications(
        IReadOnlyList<EvaluationResult> results, IReadOnlyList<SanctionCase> cases, Func<int, PolicyPack?> packOf) =>
        [.. cases.Rectifications().Where(c => !results.Any(r => r.Judges(c, packOf(r.Year)) && !r.Fails(packOf(r.Year))))];

    // Grades are listed best first; the last one is the failed one (ZS-18).
    private static bool Fails(this EvaluationResult result, PolicyPack? pack) => pack?.Grades is [.., var last] && last.Key == result.Grade;

    /// <summary>
    /// ZS-19: 整改期满, so only what is published after the rectification's last day: the re-evaluation of the failed year; a later yearly
    /// evaluation only where the bureau decided that it serves.
    /// </summary>
    private static bool Judges(this EvaluationResult result, SanctionCase rectification, PolicyPack? pack) =>
        result.PublishedOn > rectification.LastDay
        && (result.Kind == EvaluationKinds.ReEvaluation
            ? result.Year == rectification.Year
            : result.Year > rectification.Year && pack is not null && pack.Says(PackParameters.NextEvaluationServes, result.PublishedOn));

    private static Charge FailedYear(EvaluationResult result) => new(
        SanctionGrounds.EvaluationFailed,
        result.Year,
        CauseOf(result),
        result.PublishedOn,
        $"{result.Year}年度绩效评价不合格（{result.DocumentNumber}）。",
        $"The evaluation of {result.Year} failed ({result.DocumentNumber}).");

    private static Charge TwoInARow(EvaluationResult earlier, EvaluationResult later) => new(
        SanctionGrounds.TwoConsecutiveFails,
        later.Year,
        $"{CauseOf(earlier)}+{CauseOf(later)}",
        earlier.PublishedOn > later.PublishedOn ? earlier.PublishedOn : later.PublishedOn,
        $"{earlier.Year}、{later.Year}年度绩效评价连续不合格（{earlier.DocumentNumber}，{later.DocumentNumber}）。",
        $"The evaluations of {earlier.Year} and {later.Year} failed one after the other ({earlier.DocumentNumber}, {later.DocumentNumber}).");

    private static Charge FailedAgain(SanctionCase rectification, EvaluationResult result) => new(
        SanctionGrounds.ReEvaluationFailed,
        rectification.Year!.Value,
        CauseOf(result),
        result.PublishedOn,
        $"整改期满后评估仍不合格（{result.DocumentNumber}）。",
        $"The evaluation after the rectification failed again ({result.DocumentNumber}).");

    private static string CauseOf(EvaluationResult result) => $"{result.Id}:{result.ResultVersion}";
}
