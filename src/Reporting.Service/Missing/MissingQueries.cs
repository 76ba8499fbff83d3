using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.PeriodicReports;

namespace Reporting.Missing;

/// <summary>How lists of missing reports are found.</summary>
internal static class MissingQueries
{
    /// <summary>With its reports and their bodies.</summary>
    public static IQueryable<MissingList> WithReports(this IQueryable<MissingList> lists) =>
        lists.Include(list => list.Reports).ThenInclude(miss => miss.Report).ThenInclude(report => report.Institution);

    /// <summary>Whether the misses of the report's span are confirmed.</summary>
    public static Task<bool> AreMissesConfirmedAsync(this ReportingDb db, PeriodicReport report, CancellationToken cancellationToken) =>
        db.MissingLists.AnyAsync(
            list => list.Programme == report.Programme && list.Year == report.Year && list.Round == report.Round && list.Status == MissingStatus.Confirmed,
            cancellationToken);
}
