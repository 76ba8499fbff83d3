using ServiceDefaults.Authentication;

namespace Registry.CaseDecisions;

/// <summary>The addresses of case-by-case decisions (EO-07, HB-28).</summary>
internal static class CaseDecisionEndpoints
{
    private static readonly string[] Readers = [Roles.Operator, Roles.DistrictReviewer, Roles.CityReviewer, Roles.Leader, Roles.Auditor];

    public static void MapCaseDecisions(this RouteGroupBuilder api)
    {
        var decisions = api.MapGroup("/case-decisions").WithTags("case decisions");
        decisions.MapPost("", RecordCaseDecision.HandleAsync).RequireRoles(Roles.CityReviewer);
        decisions.MapPost("/{id:guid}/confirm", ConfirmCaseDecision.HandleAsync).RequireRoles(Roles.CityReviewer);
        decisions.MapDelete("/{id:guid}", ConfirmCaseDecision.StrikeAsync).RequireRoles(Roles.CityReviewer);
        decisions.MapGet("", ReadCaseDecisions.ListAsync).RequireRoles(Readers);
        decisions.MapGet("/{id:guid}", ReadCaseDecisions.GetAsync).RequireRoles(Readers);
    }
}
