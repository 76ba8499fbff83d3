using Contracts.Refusals;
using Policies;

namespace Registry.PlanDecisions;

/// <summary>What the bureau has decided on a plan by a day.</summary>
internal sealed record PlanState(bool Adopted, DateOnly? ExtendedUntil)
{
    /// <summary>From the confirmed decisions that were taken by that day.</summary>
    public static PlanState Of(IEnumerable<PlanDecision> decisions, DateOnly day)
    {
        var ruling = decisions.Where(decision => decision.Status == PlanDecisionStatus.Confirmed && decision.DecidedOn <= day).ToList();
        return new(ruling.Exists(decision => decision.Kind == PlanDecisionKind.Adopt), ruling.Where(decision => decision.Kind == PlanDecisionKind.Extend).Max(decision => decision.Until));
    }

    /// <summary>The pack under which something new may begin on a day.</summary>
    public Outcome<PolicyPack> InForce(PackLibrary library, string programme, DateOnly day) => library.InForce(programme, day, Adopted, ExtendedUntil);

    /// <summary>The last day on which the plan takes something new; null = open-ended.</summary>
    public DateOnly? EndOf(PolicyPack pack) => pack.Until is { } until && ExtendedUntil > until ? ExtendedUntil : pack.Until;
}
