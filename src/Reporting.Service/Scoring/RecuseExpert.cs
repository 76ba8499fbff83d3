using Contracts.Refusals;
using Packs;
using Reporting.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Scoring;

/// <summary>An expert declares a conflict that no register shows, or the city orders the recusal; what was scored no longer counts.</summary>
internal static class RecuseExpert
{
    private const int LongestReason = 1000;

    /// <summary>The reason.</summary>
    internal sealed record Request(string Reason);

    public static void Map(IEndpointRouteBuilder sheets) => sheets
        .MapPost("/{id:guid}/recuse", HandleAsync)
        .RequireRoles(Roles.Expert, Roles.CityReviewer)
        .WithSummary("Recuses an expert from a body");

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
            orByCity: true,
            (sheet, scheme, _) =>
            {
                var clause = scheme.Citation.ClauseId;
                if (ScoringDesk.CheckOpen(sheet, clause) is { } locked)
                {
                    return locked;
                }

                if (sheet.Status == SheetStatus.Recused)
                {
                    return Refusal.Conflict("recused", clause, "该专家已回避该单位。", "The expert is recused from this body already.");
                }

                if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > LongestReason)
                {
                    return Refusal.BadInput("reason", request.Reason, $"请写明回避理由，不超过{LongestReason}个字。", $"Give the reason, in at most {LongestReason} characters.");
                }

                sheet.Recuse(sheet.ExpertSubject == caller.Subject ? RecusalGround.Declared : RecusalGround.Ordered, request.Reason.Trim());
                return null;
            },
            cancellationToken);
        return outcome.ToHttp();
    }
}
