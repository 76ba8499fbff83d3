namespace Reporting.Scoring;

/// <summary>The feature's endpoints, one file each.</summary>
internal static class ScoringRoutes
{
    public static void MapScoring(this IEndpointRouteBuilder service)
    {
        var rounds = service.MapGroup("/evaluation-rounds").WithTags("Scoring");
        AppointExperts.Map(rounds);
        ConcludeScores.Map(rounds);
        var evaluations = service.MapGroup("/evaluations").WithTags("Scoring");
        Moderate.Map(evaluations);
        ScoreReport.Map(evaluations);
        var sheets = service.MapGroup("/score-sheets").WithTags("Scoring");
        ReadScoreSheets.Map(sheets);
        ScoreEvaluation.Map(sheets);
        RecuseExpert.Map(sheets);
    }
}
