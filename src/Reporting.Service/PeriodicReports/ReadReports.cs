using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Missing;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.PeriodicReports;

/// <summary>The periodic reports that the caller may see.</summary>
internal static class ReadReports
{
    private const int FirstYear = 2000;
    private const int LastYear = 2200;

    public static void Map(IEndpointRouteBuilder reports)
    {
        reports.MapGet("/", ListAsync).RequireRoles(PeriodicReportRoutes.Readers).WithSummary("Lists periodic reports, newest first");
        reports.MapGet("/{id:guid}", GetAsync).RequireRoles(PeriodicReportRoutes.Readers).WithSummary("One periodic report with its steps");
    }

    private static async Task<Answer<Page<PeriodicReportView>>> ListAsync(
        string? programme,
        Guid? institution,
        int? year,
        int? round,
        Choice<ReportStatus>? status,
        bool? overdue,
        bool? late,
        bool? missing,
        int? due,
        PageQuery page,
        ReportingDb db,
        BusinessClock clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var (only, today) = (status?.Value, clock.Today);
        if (due is < FirstYear or > LastYear)
        {
            return ((Outcome<Page<PeriodicReportView>>)Refusal.BadInput("due", due, $"年度应在 {FirstYear} 至 {LastYear} 之间。", $"The year is one from {FirstYear} to {LastYear}.")).ToHttp();
        }

        var (first, last) = due is { } asked ? (new DateOnly(asked, 1, 1), new DateOnly(asked, 12, 31)) : (DateOnly.MinValue, DateOnly.MaxValue);
        var reports = db.PeriodicReports.AsNoTracking().Include(r => r.Institution).ReadableBy(db, http.Caller())
            .Where(r => (programme == null || r.Programme == programme)
                && (institution == null || r.InstitutionId == institution)
                && (year == null || r.Year == year)
                && (round == null || r.Round == round)
                && (due == null || (r.DueOn >= first && r.DueOn <= last))
                && (only == null || r.Status == only));
        reports = overdue is true ? reports.MissingOn(today) : reports;

        // As PeriodicReport.IsLate: handed in after its day.
        reports = late is true ? reports.Where(r => r.SubmittedOn > r.DueOn) : reports;

        reports = missing is true ? reports.ConfirmedMissing(db) : reports;
        Outcome<Page<PeriodicReportView>> list = (await reports.ToPageAsync(page, r => r.Id, cancellationToken, newestFirst: true))
            .Select(report => PeriodicReportView.Of(report, today));
        return list.ToHttp();
    }

    private static async Task<Answer<PeriodicReportDetail>> GetAsync(Guid id, ReportReader reader, HttpContext http, CancellationToken cancellationToken)
    {
        Outcome<PeriodicReportDetail> outcome = await reader.FindAsync(id, http.Caller(), cancellationToken) is { } detail ? detail : ReportDesk.NotFound(id);
        return outcome.ToHttp();
    }
}
