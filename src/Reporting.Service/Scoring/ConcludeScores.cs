using System.Globalization;
using Contracts.Refusals;
using Packs;
using Reporting.Data;
using Reporting.Evaluations;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Scoring;

/// <summary>The city closes the scoring of a round, or of some of its bodies: the scores are locked, and each body has the grade that they come to (EO-11).</summary>
internal static class ConcludeScores
{
    /// <summary>The bodies; none = every one that is not concluded.</summary>
    internal sealed record Request(IReadOnlyList<Guid>? Evaluations = null);

    public static void Map(IEndpointRouteBuilder rounds) => rounds
        .MapPost("/{id:guid}/conclude", HandleAsync)
        .RequireRoles(Roles.CityReviewer)
        .WithSummary("Concludes the scoring; scores become grades");

    /// <summary>Grades the bodies; the refusal, with all that is missing, where it cannot be concluded.</summary>
    public static Refusal? Decide(OpenedRound opened, Request request, Caller caller, DateTime now)
    {
        var due = opened.Evaluations.Where(e => e.Status == EvaluationStatus.Due && (request.Evaluations?.Contains(e.Id) ?? true)).ToList();
        if (due.Count == 0 || (request.Evaluations is { } named && named.Distinct().Count() != due.Count))
        {
            return Refusal.Conflict("nothing-to-conclude", opened.Clause, "没有待汇总的评分，或所列单位已汇总。", "There are no scores to conclude, or those named are concluded already.");
        }

        var refused = CheckArranger(due, opened.Clause, caller)
            ?? CheckMissing(due, opened.Clause)
            ?? CheckEnough(due, opened)
            ?? Dispersion.Check(due, opened.Scoring, opened.Clause);
        if (refused is not null)
        {
            return refused;
        }

        foreach (var evaluation in due)
        {
            Grade(evaluation, opened.Scoring, caller, now);
        }

        opened.Round.Version++;
        return null;
    }

    private static void Grade(Evaluation evaluation, Policies.Scoring scoring, Caller caller, DateTime now)
    {
        var score = Policies.Scoring.Mean([.. evaluation.Sheets.Where(sheet => sheet.Status == SheetStatus.Scored).Select(sheet => sheet.Total!.Value)]);
        (evaluation.CalculatedScore, evaluation.Score, evaluation.Grade) = (score, score, scoring.GradeOf(score));
        (evaluation.Status, evaluation.GradedBy) = (EvaluationStatus.Graded, caller.Hands());
        evaluation.Steps.Add(EvaluationStep.Of(evaluation, EvaluationStep.Scored, evaluation.Grade, Points.Of(score), caller, now));
    }

    private static Refusal? CheckArranger(List<Evaluation> due, string clause, Caller caller) =>
        due.Exists(e => e.Sheets.Exists(sheet => caller.Counts(sheet.ExpertSubject)))
            ? Refusal.Forbidden(clause, "参加评分的专家不得汇总评分，请由另一人办理。", "Whoever scored does not conclude the scores; another person must.")
            : null;

    /// <summary>Every expert who is not recused has scored; whoever never will is recused by order.</summary>
    private static Refusal? CheckMissing(List<Evaluation> due, string clause)
    {
        var missing = due.SelectMany(e => e.Sheets.Where(sheet => sheet.Status == SheetStatus.Open).Select(sheet => new { Institution = e.Institution.Name, Expert = sheet.ExpertName })).ToList();
        return missing.Count == 0
            ? null
            : Refusal.Conflict(
                    "scores-missing",
                    clause,
                    $"还有 {missing.Count} 份评分表未评分，不能汇总。",
                    $"{missing.Count} score sheet(s) are still open, so the scores cannot be concluded.")
                .With("missing", missing);
    }

    private static Refusal? CheckEnough(List<Evaluation> due, OpenedRound opened)
    {
        var few = due.Where(e => e.Sheets.Count(sheet => sheet is { Status: SheetStatus.Scored, FirstSpread: null }) < opened.Scoring.Experts).ToList();
        return few.Count == 0
            ? null
            : Refusal.Conflict(
                    "too-few-scores",
                    opened.Clause,
                    $"每个单位至少须有 {opened.Scoring.Experts} 名专家评分，以下单位不足：{string.Join('、', few.Select(e => e.Institution.Name))}。",
                    $"Each body is scored by at least {opened.Scoring.Experts} experts; too few scored: {string.Join(", ", few.Select(e => e.Institution.Name))}.")
                .With("experts", opened.Scoring.Experts).With("institutions", few.Select(e => e.Institution.Name));
    }

    private static async Task<Answer<RoundDetail>> HandleAsync(
        Guid id, Request request, IfMatch seen, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteAsync<Outcome<RoundDetail>>(
            async ct =>
            {
                if (!(await db.TakeAsync(packs, id, seen, caller, ct)).Accepted(out var opened, out var missing))
                {
                    return missing;
                }

                if (Decide(opened, request, caller, clock.UtcNow) is { } refused)
                {
                    return refused;
                }

                await db.SaveChangesAsync(ct);
                return ReadRounds.Detail(opened.Round, opened.Evaluations, opened.Scheme, caller);
            },
            cancellationToken);
        return outcome.ToHttp();
    }
}

/// <summary>Scores as people read them.</summary>
internal static class Points
{
    /// <summary>Hundredths of a point with two decimals: <c>87.50</c>.</summary>
    public static string Of(int hundredths) => (hundredths / (decimal)Policies.Scoring.Hundredths).ToString("0.00", CultureInfo.InvariantCulture);
}
