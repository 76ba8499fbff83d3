using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Bans;

/// <summary>The city lifts a ban early by a recorded decision; its day is the first free one. Nothing else ends a ban before its last day.</summary>
internal static class LiftBan
{
    internal sealed record LiftRequest(string DocumentNumber, DateOnly DecidedOn, string Reason);

    public static async Task<Answer<BanView>> HandleAsync(
        Guid id, LiftRequest request, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<Ban>(
            async ct =>
            {
                var ban = await db.Bans.SingleOrDefaultAsync(b => b.Id == id && b.Jurisdiction == caller.Jurisdiction, ct);
                return ban is null ? Refusal.NotFound("ban", id, "禁止期") : Decide(ban, request, caller, clock.Today);
            },
            cancellationToken);
        return outcome.ToHttp(BanView.Of);
    }

    public static Outcome<Ban> Decide(Ban ban, LiftRequest request, Caller caller, DateOnly today)
    {
        var refused = Documents.Check(request.DocumentNumber, "decidedOn", request.DecidedOn, today, ban.Clause)
            ?? Reasons.Check("reason", request.Reason)
            ?? CheckRunning(ban, request.DecidedOn);
        if (refused is not null)
        {
            return refused;
        }

        (ban.LiftedOn, ban.LiftDocumentNumber, ban.LiftReason) = (request.DecidedOn, request.DocumentNumber.Trim(), request.Reason.Trim());
        (ban.LiftedBySubject, ban.LiftedByName) = (caller.Subject, caller.Name);
        return ban;
    }

    private static Refusal? CheckRunning(Ban ban, DateOnly decidedOn) =>
        ban.RulesOn(decidedOn)
            ? null
            : Refusal.Conflict(
                "ban-not-running",
                ban.Clause,
                ban.LiftedOn is null
                    ? $"该禁止期为 {ban.From:yyyy-MM-dd} 至 {ban.LastDay:yyyy-MM-dd},{decidedOn:yyyy-MM-dd} 不在其内,无需解除。"
                    : $"该禁止期已自 {ban.LiftedOn:yyyy-MM-dd} 起解除。",
                ban.LiftedOn is null
                    ? $"The ban runs from {ban.From:yyyy-MM-dd} to {ban.LastDay:yyyy-MM-dd}; on {decidedOn:yyyy-MM-dd} there is nothing to lift."
                    : $"The ban has been lifted from {ban.LiftedOn:yyyy-MM-dd} on.")
                .With("from", ban.From)
                .With("lastDay", ban.LastDay)
                .With("liftedOn", ban.LiftedOn);
}
