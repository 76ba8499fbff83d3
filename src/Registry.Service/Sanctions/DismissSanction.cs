using Contracts.Refusals;
using Registry.Applications;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Sanctions;

/// <summary>A city reviewer dismisses a case with a reason; nothing happens to the institution.</summary>
internal static class DismissSanction
{
    internal sealed record DismissalRequest(string Reason);

    public static async Task<Answer<SanctionView>> HandleAsync(
        Guid id, DismissalRequest request, IfMatch seen, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<SanctionCase>(
            async ct => (await db.OpenCaseAsync(id, caller, seen, ct)).Accepted(out var sanction, out var missing)
                ? Decide(sanction, request, caller, clock.UtcNow)
                : missing,
            cancellationToken);
        return outcome.ToHttp(SanctionView.Of);
    }

    public static Outcome<SanctionCase> Decide(SanctionCase sanction, DismissalRequest request, Caller caller, DateTime now)
    {
        if ((sanction.CheckOpen() ?? sanction.CheckOtherPerson(caller) ?? Reasons.Check("reason", request.Reason)) is { } refused)
        {
            return refused;
        }

        sanction.Reason = request.Reason.Trim();
        return sanction.Close(SanctionStatus.Dismissed, caller, now);
    }
}
