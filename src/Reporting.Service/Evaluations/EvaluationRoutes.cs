namespace Reporting.Evaluations;

/// <summary>The feature's endpoints, one file each.</summary>
internal static class EvaluationRoutes
{
    public static void MapEvaluations(this IEndpointRouteBuilder service)
    {
        var rounds = service.MapGroup("/evaluation-rounds").WithTags("Evaluations");
        OpenRound.Map(rounds);
        ReadRounds.Map(rounds);
        ListDueEvaluations.Map(rounds);
        PublishRound.Map(rounds);
        PreviewMoney.Map(rounds);
        var evaluations = service.MapGroup("/evaluations").WithTags("Evaluations");
        ReadEvaluations.Map(evaluations);
        CommissionEvaluation.Map(evaluations);
        GradeEvaluation.Map(evaluations);
        PublishEvaluation.Map(evaluations);
        OpenReEvaluation.Map(service.MapGroup("/re-evaluations").WithTags("Evaluations"));
    }
}
