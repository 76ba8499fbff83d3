using Microsoft.EntityFrameworkCore;
using Reporting.Institutions;

namespace Reporting.PeriodicReports;

/// <summary>How reports are read and held.</summary>
internal static class ReportQueries
{
    /// <summary>With its body, steps, extensions and evidence.</summary>
    public static IQueryable<PeriodicReport> WithAll(this IQueryable<PeriodicReport> reports) =>
        reports.Include(r => r.Institution).Include(r => r.Steps).Include(r => r.Extensions).Include(r => r.Evidence).AsSplitQuery();

    /// <summary>
    /// EO-12: those that were never handed in and are past their own last day, extended or not; as <see cref="PeriodicReport.IsOverdue"/>.
    /// One that was returned was handed in, and whoever is gone owes none.
    /// </summary>
    public static IQueryable<PeriodicReport> MissingOn(this IQueryable<PeriodicReport> reports, DateOnly today) =>
        reports.Where(r => r.SubmittedOn == null && r.DueOn < today && StandingOn.Reporting.Contains(r.Institution.Standing));

    /// <summary>Holds the rows until the write ends: whoever changes one of them at the same moment comes before or is told that it changed.</summary>
    public static Task<int> HoldAsync(this IQueryable<PeriodicReport> reports, CancellationToken cancellationToken) =>
        reports.ExecuteUpdateAsync(row => row.SetProperty(r => r.Version, r => r.Version + 1), cancellationToken);

    /// <summary>The same where nothing that the report tells changes: whoever writes in it beside goes on with the version that was seen.</summary>
    public static Task<int> KeepAsync(this IQueryable<PeriodicReport> reports, CancellationToken cancellationToken) =>
        reports.ExecuteUpdateAsync(row => row.SetProperty(r => r.Version, r => r.Version), cancellationToken);
}
