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

namespace Reporting.Scoring;

/// <summary>The city records what a moderation meeting made of a concluded score, and another person confirms or strikes it (P-5).</summary>
internal static class Moderate
{
    private const int LongestText = EvaluationRound.LongestText;
    private const int LongestReason = 2000;
    private const int ShortestReason = 10;
    private const int MostPresent = 50;

    /// <summary>The minutes.</summary>
    /// <param name="DocumentNumber">Their number.</param>
    /// <param name="HeldOn">The day of the meeting.</param>
    /// <param name="Present">Who was there.</param>
    /// <param name="ScoreHundredths">The score that it found right, in hundredths of a point.</param>
    /// <param name="Reason">Why.</param>
    internal sealed record Request(string DocumentNumber, DateOnly HeldOn, IReadOnlyList<string> Present, int ScoreHundredths, string Reason);

    public static void Map(IEndpointRouteBuilder evaluations)
    {
        evaluations.MapPost("/{id:guid}/moderation", ProposeAsync).RequireRoles(Roles.CityReviewer).WithSummary("Records a moderation meeting");
        evaluations.MapPost("/{id:guid}/moderation/confirm", ConfirmAsync).RequireRoles(Roles.CityReviewer).WithSummary("Confirms a moderation");
        evaluations.MapPost("/{id:guid}/moderation/reject", RejectAsync).RequireRoles(Roles.CityReviewer).WithSummary("Strikes a moderation");
    }

    /// <summary>The moderation, or why there can be none.</summary>
    public static Outcome<Moderation> Decide(Evaluation evaluation, Request request, PackEvaluation scheme, Caller caller, DateTime now)
    {
        var refused = CheckState(evaluation, scheme) ?? CheckMinutes(request, BusinessClock.DayOf(now)) ?? CheckScore(evaluation, request, scheme);
        return refused is not null ? refused : new Moderation
        {
            Id = Guid.CreateVersion7(),
            EvaluationId = evaluation.Id,
            DocumentNumber = request.DocumentNumber.Trim(),
            HeldOn = request.HeldOn,
            Present = [.. request.Present.Select(name => name.Trim())],
            FromScore = evaluation.Score!.Value,
            FromGrade = evaluation.Grade!,
            ToScore = request.ScoreHundredths,
            ToGrade = scheme.Scoring!.GradeOf(request.ScoreHundredths),
            Reason = request.Reason.Trim(),
            ProposedBy = caller.Hands(),
            ProposedByName = caller.SignedName(),
            ProposedAt = now,
        };
    }

    /// <summary>The refusal of a moderation at this stage; null where the score is concluded, not published, and the pack has meetings.</summary>
    public static Refusal? CheckState(Evaluation evaluation, PackEvaluation scheme)
    {
        var clause = scheme.Citation.ClauseId;
        if (scheme.Scoring?.Moderation is null)
        {
            return Refusal.Conflict("no-moderation", clause, "该评价没有会议评议的规定，得分不能调整。", "This evaluation has no moderation meeting; scores stay as they are.");
        }

        return evaluation is not { Status: EvaluationStatus.Graded, CalculatedScore: not null, Publications: 0 } || evaluation.PendingModerationId is not null
            ? Refusal.Conflict(
                    "not-for-moderation", clause, "只有已汇总、尚未公布且没有待复核评议的得分才能评议。", "Only a score that is concluded, not published and not under moderation can be moderated.")
                .With("status", evaluation.Status)
            : null;
    }

    private static Refusal? CheckMinutes(Request request, DateOnly today)
    {
        if (ThirdParty.CheckNumber(request.DocumentNumber) is { } unnumbered)
        {
            return unnumbered;
        }

        if (request.HeldOn > today)
        {
            return Refusal.BadInput("heldOn", request.HeldOn, "会议日期不能晚于今天。", "The meeting cannot be later than today.").With("today", today);
        }

        if (request.Present.Count is 0 or > MostPresent || request.Present.Any(name => string.IsNullOrWhiteSpace(name) || name.Length > LongestText))
        {
            return Refusal.BadInput("present", request.Present.Count, $"请填写 1 至 {MostPresent} 名参会人员。", $"Name the 1 to {MostPresent} persons present.");
        }

        return request.Reason.Trim().Length is < ShortestReason or > LongestReason
            ? Refusal.BadInput("reason", request.Reason, $"请写明调整理由，{ShortestReason}至{LongestReason}个字。", $"Give the reasons, in {ShortestReason} to {LongestReason} characters.")
            : null;
    }

    /// <summary>Within so many points of what the experts' scores came to; never of what an earlier meeting made of it.</summary>
    private static Refusal? CheckScore(Evaluation evaluation, Request request, PackEvaluation scheme)
    {
        var (scoring, calculated) = (scheme.Scoring!, evaluation.CalculatedScore!.Value);
        var (lowest, highest) = (scoring.Lowest * Policies.Scoring.Hundredths, scoring.Highest * Policies.Scoring.Hundredths);
        if (request.ScoreHundredths < lowest || request.ScoreHundredths > highest || request.ScoreHundredths == evaluation.Score)
        {
            return Refusal.BadInput(
                "scoreHundredths", request.ScoreHundredths, $"调整后的得分应在 {scoring.Lowest} 至 {scoring.Highest} 分之间，且与现得分不同。", $"The score is from {scoring.Lowest} to {scoring.Highest} points, and another than it is.");
        }

        return Math.Abs(request.ScoreHundredths - calculated) > scoring.Moderation!.Value * Policies.Scoring.Hundredths
            ? Refusal.Conflict(
                    "moderation-too-far",
                    scoring.Citation.ClauseId,
                    $"专家评分为 {Points.Of(calculated)} 分，会议评议的调整不得超过 {scoring.Moderation} 分。",
                    $"The experts' scores came to {Points.Of(calculated)}; a meeting may change that by at most {scoring.Moderation} points.")
                .With("calculated", Points.Of(calculated)).With("limit", scoring.Moderation).With("given", Points.Of(request.ScoreHundredths))
            : null;
    }

    private static Task<Answer<EvaluationView>> ProposeAsync(
        Guid id, Request request, IfMatch seen, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            seen,
            db,
            packs,
            http.Caller(),
            async (evaluation, scheme, _, ct) =>
            {
                if (!Decide(evaluation, request, scheme, http.Caller(), clock.UtcNow).Accepted(out var moderation, out var refusal))
                {
                    return refusal;
                }

                evaluation.PendingModerationId = moderation.Id;
                db.Add(moderation);
                await db.NotifyAsync([ScoringNotices.ToConfirm(evaluation, moderation, scheme.Citation.ClauseId, clock.UtcNow)], ct);
                return null;
            },
            cancellationToken);

    private static Task<Answer<EvaluationView>> ConfirmAsync(
        Guid id, IfMatch seen, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken) =>
        CloseAsync(id, seen, ModerationStatus.Confirmed, db, packs, clock, http.Caller(), cancellationToken);

    private static Task<Answer<EvaluationView>> RejectAsync(
        Guid id, IfMatch seen, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken) =>
        CloseAsync(id, seen, ModerationStatus.Rejected, db, packs, clock, http.Caller(), cancellationToken);

    private static Task<Answer<EvaluationView>> CloseAsync(
        Guid id, IfMatch seen, ModerationStatus status, ReportingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            seen,
            db,
            packs,
            caller,
            (evaluation, scheme, pending, _) =>
            {
                if (CheckClose(pending, status, scheme.Citation.ClauseId, caller) is { } refused)
                {
                    return Task.FromResult<Refusal?>(refused);
                }

                pending!.Close(status, caller, clock.UtcNow);
                evaluation.PendingModerationId = null;
                if (status == ModerationStatus.Confirmed)
                {
                    (evaluation.Score, evaluation.Grade, evaluation.ModeratedBy) = (pending.ToScore, pending.ToGrade, pending.ProposedBy);
                    evaluation.Steps.Add(EvaluationStep.Of(evaluation, EvaluationStep.Moderated, pending.ToGrade, $"{pending.DocumentNumber} {pending.Reason}", caller, clock.UtcNow));
                }

                return Task.FromResult<Refusal?>(null);
            },
            cancellationToken);

    /// <summary>P-5: whoever recorded the minutes does not confirm them; striking one's own record is no confirmation.</summary>
    public static Refusal? CheckClose(Moderation? pending, ModerationStatus status, string clause, Caller caller) => pending is null
        ? Refusal.Conflict("no-moderation-pending", clause, "没有待复核的会议评议。", "There is no moderation to confirm.")
        : status == ModerationStatus.Confirmed && caller.Counts(pending.ProposedBy)
            ? Refusal.Forbidden("P-5", "登记会议评议的人不能复核，请由另一人办理。", "Whoever recorded the moderation may not confirm it; another person must.")
            : null;

    private static async Task<Answer<EvaluationView>> ChangeAsync(
        Guid id,
        IfMatch seen,
        ReportingDb db,
        PackShelf packs,
        Caller caller,
        Func<Evaluation, PackEvaluation, Moderation?, CancellationToken, Task<Refusal?>> change,
        CancellationToken cancellationToken)
    {
        var outcome = await db.WriteUniqueAsync<EvaluationView>(
            async ct =>
            {
                if (!(await db.Evaluations.FindForEditAsync(id, seen, caller, ct)).Accepted(out var evaluation, out var missing))
                {
                    return missing;
                }

                var round = evaluation.RoundId is null ? null : await db.EvaluationRounds.SingleAsync(r => r.Id == evaluation.RoundId, ct);
                if (round is null || !evaluation.IsScored)
                {
                    return Refusal.Conflict("no-moderation", "P-5", "该评价没有专家评分。", "No experts score in this evaluation.");
                }

                var pending = await db.Moderations.SingleOrDefaultAsync(m => m.Id == evaluation.PendingModerationId, ct);
                if (await change(evaluation, await packs.SchemeAsync(round, ct), pending, ct) is { } refused)
                {
                    return refused;
                }

                await db.SaveChangesAsync(ct);
                return EvaluationView.Of(evaluation, caller);
            },
            cancellationToken);
        return outcome.ToHttp();
    }
}
