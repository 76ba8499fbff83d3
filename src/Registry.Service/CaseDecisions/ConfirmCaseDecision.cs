using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.CaseDecisions;

/// <summary>Another person confirms the record of a case-by-case decision; until then it may be struck again.</summary>
internal static class ConfirmCaseDecision
{
    public static async Task<Answer<CaseDecisionView>> HandleAsync(
        Guid id, IfMatch seen, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<CaseDecision>(
            async ct => (await FindAsync(id, seen, caller, db, ct)).Accepted(out var decision, out var missing) ? Decide(decision, caller, clock.UtcNow) : missing,
            cancellationToken);
        return outcome.ToHttp(CaseDecisionView.Of);
    }

    /// <summary>Strikes a record that nobody has confirmed.</summary>
    public static async Task<Answer<CaseDecisionView>> StrikeAsync(
        Guid id, IfMatch seen, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<CaseDecision>(
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

                db.CaseDecisions.Remove(decision);
                return decision;
            },
            cancellationToken);
        return outcome.ToHttp(CaseDecisionView.Of);
    }

    public static Outcome<CaseDecision> Decide(CaseDecision decision, Caller caller, DateTime now)
    {
        if (CheckOpen(decision) is { } confirmed)
        {
            return confirmed;
        }

        if (caller.Counts(decision.RecordedBySubject))
        {
            return new Refusal(RefusalKind.Forbidden, "recorder-confirms", decision.Clause, "登记人不得确认本人登记的决定。", "Whoever recorded a decision does not confirm it.")
                .With("caseDecisionId", decision.Id);
        }

        if (decision.CheckOwn(caller) is { } own)
        {
            return own;
        }

        (decision.Status, decision.ConfirmedAt) = (CaseDecisionStatus.Confirmed, now);
        (decision.ConfirmedBySubject, decision.ConfirmedByName, decision.ConfirmerCountsAs) = (caller.Subject, caller.SignedName(), [.. caller.CountsAs]);
        return decision;
    }

    private static Refusal? CheckOpen(CaseDecision decision) =>
        decision.Status == CaseDecisionStatus.Recorded
            ? null
            : Refusal.Conflict("confirmed-already", decision.Clause, "该决定已确认。", "The decision has been confirmed already.").With("confirmedBy", decision.ConfirmedByName);

    private static async Task<Outcome<CaseDecision>> FindAsync(Guid id, IfMatch seen, Caller caller, RegistryDb db, CancellationToken cancellationToken)
    {
        var decision = await db.CaseDecisions.SingleOrDefaultAsync(d => d.Id == id && d.Jurisdiction == caller.Jurisdiction, cancellationToken);
        return decision is null ? ReadCaseDecisions.NotFound(id) : seen.Check(decision) is { } stale ? stale : decision;
    }
}
