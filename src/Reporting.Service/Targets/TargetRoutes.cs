namespace Reporting.Targets;

/// <summary>The feature's endpoints, one file each.</summary>
internal static class TargetRoutes
{
    public static void MapTargets(this IEndpointRouteBuilder service)
    {
        var targets = service.MapGroup("/targets").WithTags("Targets");
        GetTargets.Map(targets);
        ExportTargets.Map(targets);
        var figures = service.MapGroup("/target-figures").WithTags("Targets");
        RecordFigure.Map(figures);
        ReadFigures.Map(figures);
        AttachToFigure.Map(figures);
    }
}
