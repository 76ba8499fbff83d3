using Contracts.Refusals;
using Registry.Applications;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Selections;

/// <summary>An expert scores an application on its own sheet (ZS-15), as often as it likes until the review is concluded.</summary>
internal static class ScoreApplication
{
    /// <summary>Shortest justification that says anything.</summary>
    public const int ShortestJustification = 10;

    private const int FullScore = 100;

    /// <summary>The score from 0 to 100, whether the conditions of recognition are met, and why.</summary>
    internal sealed record ScoreRequest(int Score, bool MeetsConditions, string Justification);

    public static async Task<Answer<ScoreSheetView>> HandleAsync(
        Guid id, ScoreRequest request, IfMatch seen, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await ScoreSheetDesk.ChangeAsync(
            db,
            packs,
            clock,
            caller,
            id,
            seen,
            orByCity: false,
            (opened, clause) => Check(opened, request, caller, clause) is { } refused ? refused : Score(opened.Sheet, request, clock.UtcNow),
            cancellationToken);
        return outcome.ToHttp();
    }

    /// <summary>Whether this score may be entered; null where it may.</summary>
    public static Refusal? Check(OpenedSheet opened, ScoreRequest request, Caller caller, string clause)
    {
        if (opened.CheckOpen(clause) is { } closed)
        {
            return closed;
        }

        if (opened.Sheet.Status == SheetStatus.Recused)
        {
            return Refusal.Conflict("recused", clause, "您已回避该申请，不得评分。", "You are recused from this application and may not score it.")
                .With("applicationId", opened.Application.Id)
                .With("ground", opened.Sheet.RecusalGround);
        }

        // An expert may have changed its employer since it was appointed.
        if (Stakes.Of(opened.Application).Find(opened.Expert, caller) is var (ground, party))
        {
            return new Refusal(
                    RefusalKind.Forbidden,
                    "conflict-of-interest",
                    clause,
                    "您或您所在单位与该申请有利害关系，应当回避。",
                    "You or your organisation have a part in this application; recuse yourself.")
                .With("applicationId", opened.Application.Id)
                .With("ground", ground)
                .With("party", party);
        }

        if (request.Score is < 0 or > FullScore)
        {
            return Refusal.BadInput("score", request.Score, $"评分应为 0 至 {FullScore} 的整数。", $"A score is a whole number from 0 to {FullScore}.");
        }

        return request.Justification.Trim().Length is < ShortestJustification or > Reasons.MaxLength
            ? Refusal.BadInput(
                "justification",
                request.Justification.Length,
                $"请写明评分理由，{ShortestJustification} 至 {Reasons.MaxLength} 字。",
                $"Give the reasons in {ShortestJustification} to {Reasons.MaxLength} characters.")
            : null;
    }

    private static ScoreSheet Score(ScoreSheet sheet, ScoreRequest request, DateTime now)
    {
        (sheet.Status, sheet.Score, sheet.MeetsConditions) = (SheetStatus.Scored, request.Score, request.MeetsConditions);
        (sheet.Justification, sheet.ScoredAt) = (request.Justification.Trim(), now);
        return sheet;
    }
}
