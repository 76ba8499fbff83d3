using Contracts.Refusals;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.PlanDecisions;

/// <summary>Another person confirms the record of a decision on a plan, and with that it has effect; until then it may be struck again.</summary>
internal static class ConfirmPlanDecision
{
    public static async Task<Answer<PlanDecisionView>> HandleAsync(
        Guid id, IfMatch seen, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<PlanDecision>(
            async ct =>
            {
                if (!(await FindAsync(id, seen, caller, db, ct)).Accepted(out var decision, out var missing))
                {
                    return missing;
                }

                var decided = Decide(decision, caller, clock.UtcNow);
                if (decided.Accepted(out var confirmed, out _))
                {
                    db.Publish($"plan/{confirmed.Programme}", confirmed.Announce());
                }

                return decided;
            },
            cancellationToken);
        return outcome.ToHttp(PlanDecisionView.Of);
    }

    /// <summary>Strikes a record that nobody has confirmed.</summary>
    public static async Task<Answer<PlanDecisionView>> StrikeAsync(
        Guid id, IfMatch seen, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<PlanDecision>(
            async ct =>
            {
                if (!(await FindAsync(id, seen, caller, db, ct)).Accepted(out var decision, out var missing))
                {
                    return missing;
                }

                if (CheckOpen(decision) is { } confirmed)
                {
                    return confirmed;
                }

                db.PlanDecisions.Remove(decision);
                return decision;
            },
            cancellationToken);
        return outcome.ToHttp(PlanDecisionView.Of);
    }

    public static Outcome<PlanDecision> Decide(PlanDecision decision, Caller caller, DateTime now)
    {
        if (CheckOpen(decision) is { } confirmed)
        {
            return confirmed;
        }

        if (caller.Counts(decision.ProposedBySubject))
        {
            return new Refusal(RefusalKind.Forbidden, "recorder-confirms", "P-6", "登记人不得确认本人登记的决定。", "Whoever recorded a decision does not confirm it.")
                .With("planDecisionId", decision.Id);
        }

        (decision.Status, decision.ConfirmedAt) = (PlanDecisionStatus.Confirmed, now);
        (decision.ConfirmedBySubject, decision.ConfirmedByName) = (caller.Subject, caller.SignedName());
        return decision;
    }

    private static Refusal? CheckOpen(PlanDecision decision) =>
        decision.Status == PlanDecisionStatus.Proposed
            ? null
            : Refusal.Conflict("confirmed-already", "P-6", "该决定已确认。", "The decision has been confirmed already.").With("confirmedBy", decision.ConfirmedByName);

    private static async Task<Outcome<PlanDecision>> FindAsync(Guid id, IfMatch seen, Caller caller, RegistryDb db, CancellationToken cancellationToken)
    {
        var decision = await db.PlanDecisions.SingleOrDefaultAsync(d => d.Id == id && d.Jurisdiction == caller.Jurisdiction, cancellationToken);
        return decision is null ? Refusal.NotFound("plan decision", id, "政策决定") : seen.Check(decision) is { } stale ? stale : decision;
    }
}
