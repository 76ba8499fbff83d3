using Contracts.Registry;
using Policies;

namespace Registry.PlanDecisions;

/// <summary>What confirmed decisions make of a plan, here and for the services that decide under its pack.</summary>
internal static class DecidedPlans
{
    /// <summary>What is decided and confirmed by a day.</summary>
    public static PlanState StateOn(this IEnumerable<PlanDecision> decisions, DateOnly day) => PlanState.Of(
        decisions.Where(decision => decision.Status == PlanDecisionStatus.Confirmed).Select(decision => new PlanRuling(decision.Until, decision.DocumentNumber, decision.DecidedOn)),
        day);

    /// <summary>What the other services are told of a confirmed decision.</summary>
    public static PlanDecided Announce(this PlanDecision decision) => new()
    {
        DecisionId = decision.Id,
        Programme = decision.Programme,
        Until = decision.Until,
        DocumentNumber = decision.DocumentNumber,
        DecidedOn = decision.DecidedOn,
    };
}
