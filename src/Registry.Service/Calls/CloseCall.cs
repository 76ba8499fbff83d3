using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Calls;

/// <summary>The city closes a call before its last day, with a reason that everybody reads.</summary>
internal static class CloseCall
{
    internal sealed record CloseRequest(string Reason);

    public static async Task<Answer<CallView>> HandleAsync(
        Guid id, CloseRequest request, IfMatch seen, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<Call>(
            async ct =>
            {
                var call = await db.Calls.SingleOrDefaultAsync(c => c.Id == id && c.Jurisdiction == caller.Jurisdiction, ct);
                return call is null ? ReadCalls.NotFound(id) : seen.Check(call) is { } stale ? stale : Decide(call, request, caller, clock.UtcNow);
            },
            cancellationToken);
        return outcome.ToHttp(call => CallView.Of(call, clock.UtcNow));
    }

    public static Outcome<Call> Decide(Call call, CloseRequest request, Caller caller, DateTime now)
    {
        if (Reasons.Check("reason", request.Reason) is { } wordless)
        {
            return wordless;
        }

        if (call.IsOverAt(now))
        {
            return Refusal.Conflict("call-closed", call.Clause, $"该通知已于 {call.LastDay:yyyy-MM-dd} 截止。", $"The call closed on {call.LastDay:yyyy-MM-dd} already.")
                .With("callId", call.Id).With("lastDay", call.LastDay);
        }

        (call.ClosedAt, call.CloseReason, call.ClosedByName) = (now, request.Reason.Trim(), caller.SignedName());
        return call;
    }
}
