using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Evaluations;
using Reporting.Notifications;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Objections;

/// <summary>
/// The city decides an objection: by neither who graded nor who published (P-5). An upheld one brings the correction, in the place of one that
/// somebody else proposed meanwhile; another person then publishes it under a higher version. Nothing is published before the decision; where
/// the evaluation serves as the money's review, the money follows (ZS-06).
/// </summary>
internal static class DecideObjection
{
    private const int Shortest = 10;
    private const int Longest = 5000;

    /// <summary>The decision.</summary>
    /// <param name="Upheld">Whether the body is right.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="DocumentNumber">Number of the deciding document.</param>
    /// <param name="ScoreHundredths">The corrected score, in hundredths of a point, of an upheld objection to what experts scored.</param>
    /// <param name="Grade">The corrected grade of an upheld objection to what a third party graded.</param>
    internal sealed record Request(bool Upheld, string Reason, string DocumentNumber, int? ScoreHundredths = null, string? Grade = null);

    /// <summary>What an upheld objection makes of the result.</summary>
    internal sealed record Correction(string Grade, int? Score);

    public static void Map(IEndpointRouteBuilder objections) => objections
        .MapPost("/{id:guid}/decide", HandleAsync)
        .RequireRoles(Roles.CityReviewer)
        .WithSummary("Decides an objection");

    /// <summary>The correction, null where the objection is turned down; or why it cannot be decided so.</summary>
    public static Outcome<Decision> Decide(EvaluationObjection objection, Request request, PolicyPack pack, Caller caller)
    {
        var evaluation = objection.Evaluation;
        var scheme = Schemes.Known(pack, evaluation.Scheme);
        var refused = CheckState(objection, scheme.Citation.ClauseId) ?? CheckPerson(evaluation, caller) ?? CheckWords(request);
        if (refused is not null)
        {
            return refused;
        }

        if (!request.Upheld)
        {
            return new Decision(null);
        }

        return Correct(evaluation, request, pack, scheme).Accepted(out var correction, out var wrong) ? new Decision(correction) : wrong;
    }

    /// <summary>A decision on an objection.</summary>
    internal sealed record Decision(Correction? Correction);

    private static Refusal? CheckState(EvaluationObjection objection, string clause) =>
        objection.Status != ObjectionStatus.Open
            ? Refusal.Conflict("objection-decided", clause, "该异议已作出处理。", "The objection is decided already.").With("status", objection.Status)
            : null;

    private static Refusal? CheckPerson(Evaluation evaluation, Caller caller) =>
        evaluation.IsResultOf(caller)
            ? Refusal.Forbidden("P-5", "汇总、评议或公布该结果的人不能处理对它的异议，请由另一人办理。", "Whoever concluded, moderated or published the result does not decide an objection to it; another person must.")
            : null;

    private static Refusal? CheckWords(Request request) =>
        ThirdParty.CheckNumber(request.DocumentNumber)
        ?? (request.Reason.Trim().Length is < Shortest or > Longest
            ? Refusal.BadInput("reason", request.Reason.Length, $"请写明处理理由，{Shortest}至{Longest}个字。", $"Give the reasons, in {Shortest} to {Longest} characters.")
            : null);

    private static Outcome<Correction> Correct(Evaluation evaluation, Request request, PolicyPack pack, PackEvaluation scheme)
    {
        if (!evaluation.IsScored)
        {
            return request.Grade is { } grade && pack.Grade(grade) is not null && grade != evaluation.PublishedGrade && request.ScoreHundredths is null
                ? new Correction(grade, null)
                : Refusal.BadInput("grade", request.Grade, "异议成立的，请选择更正后的等次，且与已公布等次不同。", "Give the corrected grade, another than the published one.");
        }

        var (lowest, highest) = (scheme.Scoring!.Lowest * Policies.Scoring.Hundredths, scheme.Scoring.Highest * Policies.Scoring.Hundredths);
        return request.ScoreHundredths is { } score && score >= lowest && score <= highest && score != evaluation.PublishedScore && request.Grade is null
            ? new Correction(scheme.Scoring.GradeOf(score), score)
            : Refusal.BadInput("scoreHundredths", request.ScoreHundredths, "异议成立的，请填写更正后的得分，且与已公布得分不同。", "Give the corrected score, another than the published one.");
    }

    private static async Task<Answer<ObjectionView>> HandleAsync(
        Guid id, Request request, IfMatch seen, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<ObjectionView>(
            async ct =>
            {
                var objection = await db.EvaluationObjections.Include(o => o.Evaluation).ThenInclude(e => e.Institution)
                    .Include(o => o.Evaluation).ThenInclude(e => e.Steps)
                    .SingleOrDefaultAsync(o => o.Id == id && o.Evaluation.Institution.Jurisdiction == caller.Jurisdiction, ct);
                if (objection is null)
                {
                    return ReadObjections.NotFound(id);
                }

                if (seen.Check(objection) is { } stale)
                {
                    return stale;
                }

                var evaluation = objection.Evaluation;
                var pack = await packs.RulingAsync(evaluation.Programme, await RuledFromAsync(db, evaluation, ct) ?? clock.Today, ct);
                if (!Decide(objection, request, pack, caller).Accepted(out var decided, out var refusal))
                {
                    return refusal;
                }

                Carry(objection, request, decided.Correction, caller, clock.Today);
                var what = request.Upheld ? EvaluationStep.Upheld : EvaluationStep.TurnedDown;
                db.Add(EvaluationStep.Of(evaluation, what, decided.Correction?.Grade, $"{objection.DocumentNumber} {objection.Decision}", caller, clock.UtcNow));
                await db.NotifyAsync([ScoringNotices.Decided(evaluation, objection, pack.ClauseOf(evaluation), clock.UtcNow)], ct);
                await db.SaveChangesAsync(ct);
                return ObjectionView.Of(objection, evaluation);
            },
            cancellationToken);
        return outcome.ToHttp();
    }

    // A corrected score has its grade by the same version as the score before it: that of the round's opening.
    private static async Task<DateOnly?> RuledFromAsync(ReportingDb db, Evaluation evaluation, CancellationToken cancellationToken) =>
        await db.EvaluationRounds.Where(round => round.Id == evaluation.RoundId).Select(round => (DateOnly?)round.OpenedOn).SingleOrDefaultAsync(cancellationToken)
            ?? evaluation.PublishedOn;

    private static void Carry(EvaluationObjection objection, Request request, Correction? correction, Caller caller, DateOnly today)
    {
        objection.Status = correction is null ? ObjectionStatus.TurnedDown : ObjectionStatus.Upheld;
        (objection.Decision, objection.DocumentNumber) = (request.Reason.Trim(), request.DocumentNumber.Trim());
        (objection.DecidedOn, objection.DecidedByName) = (today, caller.SignedName());
        if (correction is not null)
        {
            var evaluation = objection.Evaluation;
            (evaluation.Status, evaluation.Grade, evaluation.Score, evaluation.GradedBy) = (EvaluationStatus.Graded, correction.Grade, correction.Score, caller.Hands());
        }
    }
}
