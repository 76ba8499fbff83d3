using Contracts.Refusals;
using Registry.Applications;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Selections;

/// <summary>An expert declares a conflict that no register shows, or the city orders the recusal (ZS-15); what was scored no longer counts.</summary>
internal static class RecuseExpert
{
    internal sealed record RecuseRequest(string Reason);

    public static async Task<Answer<ScoreSheetView>> HandleAsync(
        Guid id, RecuseRequest request, IfMatch seen, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await ScoreSheetDesk.ChangeAsync(
            db,
            packs,
            clock,
            caller,
            id,
            seen,
            orByCity: true,
            (opened, clause) =>
            {
                if (Check(opened, request, clause) is { } refused)
                {
                    return refused;
                }

                var own = opened.Sheet.ExpertSubject == caller.Subject;
                opened.Sheet.Recuse(own ? RecusalGround.Declared : RecusalGround.Ordered, request.Reason.Trim());
                return opened.Sheet;
            },
            cancellationToken);
        return outcome.ToHttp();
    }

    /// <summary>Whether a recusal may be recorded; null where it may.</summary>
    public static Refusal? Check(OpenedSheet opened, RecuseRequest request, string clause) =>
        opened.CheckOpen(clause)
        ?? Reasons.Check("reason", request.Reason)
        ?? (opened.Sheet.Status == SheetStatus.Recused
            ? Refusal.Conflict("recused", clause, "该专家已回避该申请。", "The expert is recused from this application already.").With("applicationId", opened.Application.Id)
            : null);
}
