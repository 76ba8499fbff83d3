using Contracts.Refusals;
using Packs;
using Policies;
using Reporting.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Scoring;

/// <summary>An expert scores a body by every indicator, on its own sheet, as often as it likes until the scores are concluded (EO-11).</summary>
internal static class ScoreEvaluation
{
    /// <summary>Shortest justification that says anything.</summary>
    public const int ShortestJustification = 5;

    /// <summary>Longest that people still read.</summary>
    public const int LongestJustification = 1000;

    /// <summary>A score for each indicator.</summary>
    internal sealed record Request(IReadOnlyList<IndicatorScore> Scores);

    public static void Map(IEndpointRouteBuilder sheets) => sheets
        .MapPost("/{id:guid}/score", HandleAsync)
        .RequireRoles(Roles.Expert)
        .WithSummary("Scores a body by every indicator");

    /// <summary>Whether these scores may be entered; null where they may.</summary>
    public static Refusal? Check(ScoreSheet sheet, Request request, PackEvaluation scheme, Caller caller)
    {
        var (clause, scoring) = (scheme.Citation.ClauseId, scheme.Scoring!);
        if (ScoringDesk.CheckOpen(sheet, clause) is { } locked)
        {
            return locked;
        }

        if (sheet.Status == SheetStatus.Recused)
        {
            return Refusal.Conflict("recused", clause, "您已回避该单位，不得评分。", "You are recused from this body and may not score it.").With("ground", sheet.RecusalGround);
        }

        // An expert may have changed its employer, and a body its parties, since it was appointed.
        if ((Stakes.Find(sheet.Evaluation.Institution, caller.Organisation, null) ?? Stakes.Find(sheet.Evaluation.Institution, sheet.OrganisationCode, sheet.OrganisationName)) is { } party)
        {
            return new Refusal(
                    RefusalKind.Forbidden, "conflict-of-interest", clause, "您所在单位是被评价单位的参与方，应当回避。", "Where you work is a party of this body; recuse yourself.")
                .With("party", party);
        }

        return CheckIndicators(request, scoring, clause) ?? CheckLines(request, scoring);
    }

    /// <summary>Missing scores are told by the indicators' names, and so are those of indicators that the system does not have.</summary>
    private static Refusal? CheckIndicators(Request request, Policies.Scoring scoring, string clause)
    {
        if (request.Scores.Contains(null!))
        {
            return Refusal.BadInput("scores", null, "评分项不能为空。", "A score is empty.");
        }

        var (given, known) = (request.Scores.Select(line => line.Indicator).ToList(), scoring.Indicators.Select(i => i.Name).ToList());
        var (missing, unknown) = (scoring.Indicators.Where(i => !given.Contains(i.Name)).ToList(), given.Except(known, StringComparer.Ordinal).ToList());
        if (unknown.Count > 0 || given.Distinct(StringComparer.Ordinal).Count() != given.Count)
        {
            return Refusal.BadInput("scores.indicator", string.Join(", ", unknown), "评分项应与指标体系一致，每项一次。", "Score each indicator of the system, once, and no other.").With("known", known);
        }

        return missing.Count == 0
            ? null
            : Refusal.Conflict(
                    "indicators-missing",
                    clause,
                    $"还有 {missing.Count} 项指标未评分：{string.Join('、', missing.Select(i => i.Label.Zh))}。",
                    $"{missing.Count} indicator(s) have no score: {string.Join(", ", missing.Select(i => i.Label.En))}.")
                .With("missing", missing.Select(i => i.Name));
    }

    private static Refusal? CheckLines(Request request, Policies.Scoring scoring)
    {
        if (request.Scores.FirstOrDefault(line => line.Score < scoring.Lowest || line.Score > scoring.Highest) is { } outside)
        {
            return Refusal.BadInput(
                $"scores.{outside.Indicator}", outside.Score, $"评分应为 {scoring.Lowest} 至 {scoring.Highest} 的整数。", $"A score is a whole number from {scoring.Lowest} to {scoring.Highest}.");
        }

        return request.Scores.FirstOrDefault(line => line.Justification.Trim().Length is < ShortestJustification or > LongestJustification) is { } wordless
            ? Refusal.BadInput(
                $"scores.{wordless.Indicator}.justification",
                wordless.Justification.Length,
                $"请写明每项评分的理由，{ShortestJustification}至{LongestJustification}个字。",
                $"Give the reasons of each score in {ShortestJustification} to {LongestJustification} characters.")
            : null;
    }

    private static async Task<Answer<ScoreSheetView>> HandleAsync(
        Guid id, Request request, IfMatch seen, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await ScoringDesk.ChangeAsync(
            db,
            packs,
            clock,
            caller,
            id,
            seen,
            orByCity: false,
            (sheet, scheme, now) =>
            {
                if (Check(sheet, request, scheme, caller) is { } refused)
                {
                    return refused;
                }

                sheet.Fill([.. request.Scores.Select(line => line with { Justification = line.Justification.Trim() })], scheme.Scoring!, now);
                return null;
            },
            cancellationToken);
        return outcome.ToHttp();
    }
}
