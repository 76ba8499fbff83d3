using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Data;
using Registry.Registers;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Matches;

/// <summary>A side of a push says whether it is interested; it may think again.</summary>
internal static class AnswerPush
{
    internal sealed record AnswerRequest(bool Interested, string? Note = null);

    public static async Task<Answer<PushView>> HandleAsync(
        Guid id, AnswerRequest request, IfMatch seen, HttpContext http, RegistryDb db, RegisterDesk desk, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteAsync<Outcome<PushView>>(
            async ct =>
            {
                var push = await db.RegisterPushes.SingleOrDefaultAsync(p => p.Id == id && p.Jurisdiction == caller.Jurisdiction, ct);
                if (push is null)
                {
                    return Refusal.NotFound("push", id, "推送");
                }

                var from = (await desk.OpenAsync(push.FromEntryId, caller, ct)).Accepted(out var near, out _) && near.IsSpokenFor();
                var to = (await desk.OpenAsync(push.ToEntryId, caller, ct)).Accepted(out var far, out _) && far.IsSpokenFor();
                if (!from && !to)
                {
                    return caller.IsAny(Roles.CityReviewer, Roles.Leader, Roles.Auditor)
                        ? Refusal.Forbidden(push.Clause, "推送由双方条目的填报人答复。", "A push is answered by those who keep its two entries.").With("push", id)
                        : Refusal.NotFound("push", id, "推送");
                }

                if ((seen.Check(push) ?? (request.Note is null ? null : Reasons.Check("note", request.Note))) is { } refused)
                {
                    return refused;
                }

                Take(push, request, from, to, caller, clock.UtcNow);
                await db.SaveChangesAsync(ct);
                return (await PushView.OfAsync([push], db, desk, caller, ct))[push.Id];
            },
            cancellationToken);
        return outcome.ToHttp();
    }

    /// <summary>Whoever keeps both sides answers first for the one that was found, then for the other.</summary>
    public static void Take(RegisterPush push, AnswerRequest request, bool from, bool to, Caller caller, DateTime now)
    {
        var answer = new PushAnswer { Interested = request.Interested, Note = request.Note?.Trim(), At = now, BySubject = caller.Subject, ByName = caller.Name };
        if (to && (!from || push.ToAnswer is null))
        {
            push.ToAnswer = answer;
        }
        else
        {
            push.FromAnswer = answer;
        }

        // An answer lies in a column of its own; the other side may be answering at this moment.
        push.Version++;
    }
}
