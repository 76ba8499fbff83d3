using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.PeriodicReports;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Monitoring;

/// <summary>The recorded analyses of the caller's bureau, newest first.</summary>
internal static class ListAnalyses
{
    public static void Map(IEndpointRouteBuilder analyses) => analyses
        .MapGet("/", HandleAsync)
        .RequireRoles(PeriodicReportRoutes.Readers)
        .WithSummary("Lists analyses, newest first");

    private static async Task<Page<AnalysisView>> HandleAsync(
        string? programme, int? year, int? round, PageQuery page, ReportingDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        return (await db.MonitoringAnalyses.AsNoTracking()
            .Where(a => a.Jurisdiction == caller.Jurisdiction
                && (programme == null || a.Programme == programme)
                && (year == null || a.Year == year)
                && (round == null || a.Round == round))
            .ToPageAsync(page, a => a.Id, cancellationToken, newestFirst: true)).Select(AnalysisView.Of);
    }
}
