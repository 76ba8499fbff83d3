using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Evaluations;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Scoring;

/// <summary>A round with all that scoring decides on.</summary>
internal sealed record OpenedRound(EvaluationRound Round, IReadOnlyList<Evaluation> Evaluations, PackEvaluation Scheme)
{
    public string Clause => Scheme.Citation.ClauseId;

    public Policies.Scoring Scoring => Scheme.Scoring!;
}

/// <summary>Takes a round for a change of who scores, or of what the scores come to: its row is held, so that nothing changes under the hands of whoever concludes.</summary>
internal static class ScoringDesk
{
    /// <summary>The round behind <paramref name="id"/> that experts score.</summary>
    public static async Task<Outcome<OpenedRound>> TakeAsync(
        this ReportingDb db, PackShelf packs, Guid id, IfMatch seen, Caller caller, CancellationToken cancellationToken)
    {
        await db.HoldAsync(id, cancellationToken);
        var round = await db.EvaluationRounds.Include(r => r.Experts).SingleOrDefaultAsync(r => r.Id == id && r.Jurisdiction == caller.Jurisdiction, cancellationToken);
        if (round is null)
        {
            return ReadRounds.NotFound(id);
        }

        if (seen.Check(round) is { } stale)
        {
            return stale;
        }

        var scheme = await packs.SchemeAsync(round, cancellationToken);
        if (round.IsDraft)
        {
            return Refusal.Conflict(
                "round-not-ordered", scheme.Citation.ClauseId, "该轮评价尚未下达，请先填写组织评价文件文号。", "Nobody has ordered this round yet; give the number of its order first.");
        }

        if (round.Judge != EvaluationJudge.Experts)
        {
            return Refusal.Conflict("judged-by-third-party", scheme.Citation.ClauseId, "该评价由第三方机构承担，没有专家评分。", "A third party judges in this round; no experts score.");
        }

        var evaluations = await db.Evaluations.Include(e => e.Institution).Include(e => e.Sheets).AsSplitQuery()
            .Where(e => e.RoundId == id).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        return new OpenedRound(round, evaluations, scheme);
    }

    /// <summary>Holds a round's row until the end of the transaction.</summary>
    public static Task HoldAsync(this ReportingDb db, Guid roundId, CancellationToken cancellationToken) =>
        db.EvaluationRounds.Where(r => r.Id == roundId).HoldAsync(cancellationToken);

    /// <summary>Holds the rows of rounds until the end of the transaction.</summary>
    public static Task HoldAsync(this IQueryable<EvaluationRound> rounds, CancellationToken cancellationToken) =>
        rounds.ExecuteUpdateAsync(set => set.SetProperty(r => r.OpenedByName, r => r.OpenedByName), cancellationToken);

    /// <summary>Any change of one sheet by its expert; <paramref name="orByCity"/>: by a city reviewer as well.</summary>
    public static Task<Outcome<ScoreSheetView>> ChangeAsync(
        ReportingDb db,
        PackShelf packs,
        BusinessClock clock,
        Caller caller,
        Guid id,
        IfMatch seen,
        bool orByCity,
        Func<ScoreSheet, PackEvaluation, DateTime, Refusal?> change,
        CancellationToken cancellationToken) =>
        db.WriteAsync<Outcome<ScoreSheetView>>(
            async ct =>
            {
                var (subject, jurisdiction, city) = (caller.Subject, caller.Jurisdiction, orByCity && caller.Is(Roles.CityReviewer));
                var roundId = await db.ScoreSheets
                    .Where(s => s.Id == id && s.Evaluation.Institution.Jurisdiction == jurisdiction && (city || s.ExpertSubject == subject))
                    .Select(s => s.Evaluation.RoundId)
                    .SingleOrDefaultAsync(ct);
                if (roundId is null)
                {
                    return NotFound(id);
                }

                await db.HoldAsync(roundId.Value, ct);
                var round = await db.EvaluationRounds.SingleAsync(r => r.Id == roundId, ct);
                var sheet = await db.ScoreSheets.Include(s => s.Evaluation).ThenInclude(e => e.Institution).SingleAsync(s => s.Id == id, ct);
                var scheme = await packs.SchemeAsync(round, ct);
                if (seen.Check(sheet) is { } stale)
                {
                    return stale;
                }

                if (change(sheet, scheme, clock.UtcNow) is { } refused)
                {
                    return refused;
                }

                await db.SaveChangesAsync(ct);
                return ScoreSheetView.Of(sheet, round, scheme);
            },
            cancellationToken);

    /// <summary>What is concluded is locked; null where the sheet is still open to its expert.</summary>
    public static Refusal? CheckOpen(ScoreSheet sheet, string clause) => sheet.Evaluation.Status == EvaluationStatus.Due
        ? null
        : Refusal.Conflict("scores-locked", clause, "该单位的评分已汇总，不能再改动。", "The scores of this body are concluded and locked.")
            .With("evaluationId", sheet.EvaluationId).With("status", sheet.Evaluation.Status);

    public static Refusal NotFound(Guid id) => Refusal.NotFound("score sheet", id, "评分表");
}
