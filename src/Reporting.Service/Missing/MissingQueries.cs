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

    /// <summary>EO-12: those that two persons found missing, whether they came after that or not.</summary>
    public static IQueryable<PeriodicReport> ConfirmedMissing(this IQueryable<PeriodicReport> reports, ReportingDb db) =>
        reports.Where(r => db.MissingLists.Any(list => list.Status == MissingStatus.Confirmed && list.Reports.Any(miss => miss.ReportId == r.Id)));

    /// <summary>Whether it is confirmed that this report is missing.</summary>
    public static Task<bool> IsMissConfirmedAsync(this ReportingDb db, Guid reportId, CancellationToken cancellationToken) =>
        db.MissingLists.AnyAsync(list => list.Status == MissingStatus.Confirmed && list.Reports.Any(miss => miss.ReportId == reportId), cancellationToken);
}
