using Contracts.Refusals;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Bans;

/// <summary>
/// The city lifts a ban early by a recorded decision: one person proposes it, another confirms or refuses. The day of the decision is the
/// first free one. Nothing else ends a ban before its last day.
/// </summary>
internal static class LiftBan
{
    internal sealed record LiftRequest(string DocumentNumber, DateOnly DecidedOn, string Reason);

    internal sealed record LiftRefusal(string Reason);

    public static Task<Answer<BanView>> ProposeAsync(
        Guid id, LiftRequest request, IfMatch seen, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken) =>
        ChangeAsync(id, seen, http, db, (ban, caller) => Propose(ban, request, caller, clock.Today, clock.UtcNow), cancellationToken);

    public static Task<Answer<BanView>> ConfirmAsync(
        Guid id, IfMatch seen, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken) =>
        ChangeAsync(id, seen, http, db, (ban, caller) => Confirm(ban, caller, clock.UtcNow), cancellationToken);

    public static Task<Answer<BanView>> RefuseAsync(
        Guid id, LiftRefusal request, IfMatch seen, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken) =>
        ChangeAsync(id, seen, http, db, (ban, caller) => Refuse(ban, request, caller, clock.UtcNow), cancellationToken);

    public static Outcome<Ban> Propose(Ban ban, LiftRequest request, Caller caller, DateOnly today, DateTime now)
    {
        var refused = (Waiting(ban) is null ? null : LiftRefusals.AlreadyProposed(ban))
            ?? Documents.Check(request.DocumentNumber, "decidedOn", request.DecidedOn, today, ban.Clause)
            ?? Reasons.Check("reason", request.Reason)
            ?? LiftRefusals.NotRunning(ban, request.DecidedOn);
        if (refused is not null)
        {
            return refused;
        }

        ban.Liftings.Add(new BanLifting
        {
            BanId = ban.Id,
            DocumentNumber = request.DocumentNumber.Trim(),
            DecidedOn = request.DecidedOn,
            Reason = request.Reason.Trim(),
            ProposedAt = now,
            ProposedBySubject = caller.Subject,
            ProposedByName = caller.SignedName(),
        });
        ban.Version++;
        return ban;
    }

    public static Outcome<Ban> Confirm(Ban ban, Caller caller, DateTime now)
    {
        if (Waiting(ban) is not { } lifting)
        {
            return LiftRefusals.NotProposed(ban);
        }

        if ((LiftRefusals.SamePerson(ban, lifting, caller) ?? LiftRefusals.NotRunning(ban, lifting.DecidedOn)) is { } refused)
        {
            return refused;
        }

        Close(lifting, LiftingStatus.Confirmed, caller, now);
        (ban.LiftedOn, ban.LiftDocumentNumber, ban.LiftReason) = (lifting.DecidedOn, lifting.DocumentNumber, lifting.Reason);
        (ban.LiftedBySubject, ban.LiftedByName) = (caller.Subject, caller.SignedName());
        ban.Version++;
        return ban;
    }

    public static Outcome<Ban> Refuse(Ban ban, LiftRefusal request, Caller caller, DateTime now)
    {
        if (Waiting(ban) is not { } lifting)
        {
            return LiftRefusals.NotProposed(ban);
        }

        if ((LiftRefusals.SamePerson(ban, lifting, caller) ?? Reasons.Check("reason", request.Reason)) is { } refused)
        {
            return refused;
        }

        lifting.Refusal = request.Reason.Trim();
        Close(lifting, LiftingStatus.Refused, caller, now);
        ban.Version++;
        return ban;
    }

    private static BanLifting? Waiting(Ban ban) => ban.Liftings.Find(lifting => lifting.Status == LiftingStatus.Proposed);

    private static void Close(BanLifting lifting, LiftingStatus status, Caller by, DateTime at) =>
        (lifting.Status, lifting.ClosedAt, lifting.ClosedBySubject, lifting.ClosedByName) = (status, at, by.Subject, by.Name);

    private static async Task<Answer<BanView>> ChangeAsync(
        Guid id, IfMatch seen, HttpContext http, RegistryDb db, Func<Ban, Caller, Outcome<Ban>> decide, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<Ban>(
            async ct =>
            {
                var ban = await db.Bans.Include(b => b.Liftings).SingleOrDefaultAsync(b => b.Id == id && b.Jurisdiction == caller.Jurisdiction, ct);
                var decided = ban is null ? Refusal.NotFound("ban", id, "禁止期") : seen.Check(ban) is { } stale ? stale : decide(ban, caller);
                if (decided.Accepted(out var changed, out _) && changed.LiftedOn is not null)
                {
                    // Whoever holds its bearer's money learns that the ground is gone.
                    db.Publish($"ban/{id}", changed.Announce());
                }

                return decided;
            },
            cancellationToken);
        return outcome.ToHttp(BanView.Of);
    }
}
