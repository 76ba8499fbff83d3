using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.PeriodicReports;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Extensions;

/// <summary>The extensions that the caller may see, newest first.</summary>
internal static class ListExtensions
{
    public static void Map(IEndpointRouteBuilder extensions) => extensions
        .MapGet("/", HandleAsync)
        .RequireRoles(PeriodicReportRoutes.Readers)
        .WithSummary("Lists extensions of deadlines, newest first");

    private static async Task<Page<ExtensionRow>> HandleAsync(
        string? programme, Choice<ExtensionStatus>? status, PageQuery page, ReportingDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var (caller, only) = (http.Caller(), status?.Value);
        return (await db.DeadlineExtensions.AsNoTracking().Include(e => e.Institution).Include(e => e.Report).ReadableBy(db, caller)
            .Where(e => (programme == null || e.Report.Programme == programme) && (only == null || e.Status == only))
            .ToPageAsync(page, e => e.Id, cancellationToken, newestFirst: true)).Select(one => ExtensionRow.Of(one, caller));
    }
}
