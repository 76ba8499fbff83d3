using ServiceDefaults.Authentication;

namespace Registry.PlanDecisions;

/// <summary>The addresses of decisions on plans (P-6).</summary>
internal static class PlanDecisionEndpoints
{
    public static void MapPlanDecisions(this RouteGroupBuilder api)
    {
        var decisions = api.MapGroup("/plan-decisions").WithTags("plan decisions");
        decisions.MapPost("", RecordPlanDecision.HandleAsync).RequireRoles(Roles.CityReviewer, Roles.Leader);
        decisions.MapPost("/{id:guid}/confirm", ConfirmPlanDecision.HandleAsync).RequireRoles(Roles.CityReviewer, Roles.Leader);
        decisions.MapDelete("/{id:guid}", ConfirmPlanDecision.StrikeAsync).RequireRoles(Roles.CityReviewer, Roles.Leader);
        decisions.MapGet("", ReadPlanDecisions.ListAsync).RequireAuthorization();
    }
}
