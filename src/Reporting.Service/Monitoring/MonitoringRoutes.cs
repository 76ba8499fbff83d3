namespace Reporting.Monitoring;

/// <summary>The feature's endpoints, one file each.</summary>
internal static class MonitoringRoutes
{
    public static void MapMonitoring(this IEndpointRouteBuilder service)
    {
        var monitoring = service.MapGroup("/monitoring").WithTags("Monitoring");
        GetMonitoring.Map(monitoring);
        ExportMonitoring.Map(monitoring);
        GetOutliers.Map(monitoring);
        GetTrend.Map(monitoring);
        var analyses = monitoring.MapGroup("/analyses");
        RecordAnalysis.Map(analyses);
        ListAnalyses.Map(analyses);
    }
}
