using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Objections;
using Reporting.Reviews;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Evaluations;

/// <summary>An expert of the third party proposes the grade of a body's year (ZS-18), or, after publication, its correction.</summary>
internal static class GradeEvaluation
{
    /// <summary>The proposal.</summary>
    /// <param name="Grade">The grade's key in the programme's pack.</param>
    /// <param name="Justification">Why; shown to the body and printed.</param>
    internal sealed record Request(string Grade, string Justification);

    public static void Map(IEndpointRouteBuilder evaluations) => evaluations
        .MapPost("/{id:guid}/grade", HandleAsync)
        .RequireRoles(Roles.Expert)
        .WithSummary("Proposes the grade of an evaluation");

    /// <summary>Whether this grade may be proposed now, and by this person.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="objection">Where the objection to the published result stands; null where there is none.</param>
    /// <param name="request">The proposal.</param>
    /// <param name="pack">The programme's pack.</param>
    /// <param name="caller">Who proposes.</param>
    /// <param name="now">The instant.</param>
    public static Outcome<EvaluationStep> Decide(
        Evaluation evaluation, ObjectionStatus? objection, Request request, PolicyPack pack, Caller caller, DateTime now)
    {
        var clause = pack.ClauseOf(evaluation);
        var refusal = GradeReview.CheckGrade(request.Grade, request.Justification, pack)
            ?? CheckGrader(evaluation, clause, caller)
            ?? CheckState(evaluation, request.Grade, clause)
            ?? CheckObjection(objection, clause);
        return refusal is not null
            ? refusal
            : EvaluationStep.Of(
                evaluation, TakesBack(evaluation, request.Grade) ? EvaluationStep.Withdrawn : EvaluationStep.Graded, request.Grade, request.Justification.Trim(), caller, now);
    }

    // ZS-18: a third party evaluates. Its experts are known by their organisation; who is a party of the body stands back.
    private static Refusal? CheckGrader(Evaluation evaluation, string clause, Caller caller)
    {
        if (evaluation.IsScored)
        {
            return Refusal.Conflict("judged-by-experts", clause, "该评价由专家评分，等次由得分得出。", "Experts score in this evaluation; the grade is what the scores come to.");
        }

        if (caller.Organisation is null || caller.Organisation != evaluation.ThirdPartyCode)
        {
            return Refusal.Forbidden(
                clause,
                $"该评价由受委托的第三方机构“{evaluation.ThirdPartyName}”承担，只有该机构的专家可以提出等次。",
                $"This evaluation is {evaluation.ThirdPartyName}'s; only that third party's experts may grade it.")
                .With("thirdPartyCode", evaluation.ThirdPartyCode);
        }

        return evaluation.IsRecused
            ? new ThirdParty(evaluation.ThirdPartyName!, evaluation.ThirdPartyCode!, evaluation.CommissionNumber).CheckRecusal([evaluation.Institution], clause)
            : null;
    }

    private static Refusal? CheckState(Evaluation evaluation, string grade, string clause)
    {
        if (evaluation.Status == EvaluationStatus.Closed)
        {
            return Refusal.Conflict(
                "evaluation-closed",
                clause,
                $"该单位在评价前已不再具有认定资格，评价已于 {evaluation.ClosedOn:yyyy-MM-dd} 终止，不定等次。",
                $"The body lost its recognition before it was graded; the evaluation was closed on {evaluation.ClosedOn:yyyy-MM-dd} without a grade.")
                .With("closedOn", evaluation.ClosedOn);
        }

        return evaluation.PublishedGrade == grade && !TakesBack(evaluation, grade)
            ? Refusal.Conflict(
                "grade-already-published",
                clause,
                "已公布的结果就是该等次，无需更正。",
                "The published result already has this grade; there is nothing to correct.").With("grade", grade)
            : null;
    }

    // The published grade, proposed while another waits for its publication, takes that one back.
    private static bool TakesBack(Evaluation evaluation, string grade) => evaluation.Status == EvaluationStatus.Graded && evaluation.PublishedGrade == grade;

    // What the city decides on an objection is not graded over by whom it was about.
    private static Refusal? CheckObjection(ObjectionStatus? objection, string clause) => objection switch
    {
        ObjectionStatus.Open => Refusal.Conflict(
            "objection-open",
            clause,
            "被评价单位对已公布结果的异议尚未处理，是否更正以异议处理结果为准。",
            "The body's objection to the published result is not decided yet; whether it is corrected follows from that decision."),
        ObjectionStatus.Upheld => Refusal.Conflict(
            "objection-upheld",
            clause,
            "异议已成立，更正结果待公布；公布后方可再提出更正。",
            "The objection was upheld and its correction waits for publication; another correction can be proposed after that."),
        _ => null,
    };

    // What is taken back leaves the published grade with its author, who may not decide an objection to it (P-5).
    private static async Task CarryAsync(Evaluation evaluation, EvaluationStep step, ReportingDb db, CancellationToken cancellationToken)
    {
        var withdrawn = step.What == EvaluationStep.Withdrawn;
        evaluation.Status = withdrawn ? EvaluationStatus.Published : EvaluationStatus.Graded;
        evaluation.Grade = step.Grade;
        evaluation.GradedBy = withdrawn
            ? EvaluationStep.PublishedAuthor(await db.Set<EvaluationStep>().AsNoTracking().Where(s => s.EvaluationId == evaluation.Id).ToListAsync(cancellationToken))
            : step.By;
    }

    private static async Task<Answer<EvaluationView>> HandleAsync(
        Guid id, Request request, IfMatch seen, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteAsync<Outcome<EvaluationView>>(
            async ct =>
            {
                if (!(await db.Evaluations.FindForEditAsync(id, seen, caller, ct)).Accepted(out var evaluation, out var missing))
                {
                    return missing;
                }

                var pack = await packs.RulingAsync(evaluation.Programme, clock.Today, ct);
                var objection = await db.EvaluationObjections.Where(o => o.EvaluationId == id && o.Publication == evaluation.Publications)
                    .Select(o => (ObjectionStatus?)o.Status).SingleOrDefaultAsync(ct);
                if (!Decide(evaluation, objection, request, pack, caller, clock.UtcNow).Accepted(out var step, out var refusal))
                {
                    return refusal;
                }

                await CarryAsync(evaluation, step, db, ct);
                db.Add(step);
                await db.SaveChangesAsync(ct);
                return EvaluationView.Of(evaluation, caller);
            },
            cancellationToken);
        return outcome.ToHttp();
    }
}
