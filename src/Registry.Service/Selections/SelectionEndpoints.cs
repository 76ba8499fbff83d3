using ServiceDefaults.Authentication;

namespace Registry.Selections;

/// <summary>The addresses of reviews and their score sheets.</summary>
internal static class SelectionEndpoints
{
    private static readonly string[] Readers = [Roles.CityReviewer, Roles.Leader, Roles.Auditor];

    public static void MapSelections(this RouteGroupBuilder api)
    {
        var selections = api.MapGroup("/selections").WithTags("selections");
        selections.MapPost("", OpenSelection.HandleAsync).RequireRoles(Roles.CityReviewer);
        selections.MapGet("", ReadSelections.ListAsync).RequireRoles(Readers);
        selections.MapGet("/{id:guid}", ReadSelections.GetAsync).RequireRoles(Readers);
        selections.MapPost("/{id:guid}/experts", AppointExperts.HandleAsync).RequireRoles(Roles.CityReviewer);
        selections.MapPost("/{id:guid}/third-opinions", AskThirdOpinion.HandleAsync).RequireRoles(Roles.CityReviewer);
        selections.MapPost("/{id:guid}/conclude", ConcludeSelection.HandleAsync).RequireRoles(Roles.CityReviewer);
        selections.MapPost("/{id:guid}/decide", DecideSelection.HandleAsync).RequireRoles(Roles.CityReviewer);

        var sheets = api.MapGroup("/score-sheets").WithTags("selections");
        sheets.MapGet("", ReadScoreSheets.ListAsync).RequireRoles(Roles.Expert);
        sheets.MapGet("/{id:guid}", ReadScoreSheets.GetAsync).RequireRoles(Roles.Expert);
        sheets.MapPost("/{id:guid}/score", ScoreApplication.HandleAsync).RequireRoles(Roles.Expert);
        sheets.MapPost("/{id:guid}/recuse", RecuseExpert.HandleAsync).RequireRoles(Roles.Expert, Roles.CityReviewer);
    }
}
