using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Evidence;
using Reporting.PeriodicReports;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Monitoring;

/// <summary>The figures of a span that lie far from the body's own past or from its category (ZS-23, EI-08).</summary>
internal static class GetOutliers
{
    private const int MostReports = 2000;
    private const int MostYearsBack = 3;

    /// <summary>The span's outliers, body by body.</summary>
    internal sealed record OutliersView(int Year, int Round, IReadOnlyList<BodyOutliers> Items);

    internal sealed record BodyOutliers(Guid InstitutionId, Guid ReportId, IReadOnlyList<Outlier> Outliers);

    public static void Map(IEndpointRouteBuilder monitoring) => monitoring
        .MapGet("/outliers", HandleAsync)
        .RequireRoles(PeriodicReportRoutes.Readers)
        .WithSummary("The figures of a span that lie far from the body's past or its category");

    private static async Task<Answer<OutliersView>> HandleAsync(
        string programme, int? year, int? round, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        if (!(await MonitoredRound.FindAsync(packs, programme, year, round, caller, clock.Today, cancellationToken)).Accepted(out var monitored, out var refusal))
        {
            return ((Outcome<OutliersView>)refusal).ToHttp();
        }

        // Three queries, however many bodies: the category is the whole bureau's, who is shown is the caller's.
        var (pack, spanYear, span) = monitored;
        var handedIn = await db.PeriodicReports.AsNoTracking().Include(r => r.Institution).Include(r => r.Evidence)
            .Where(r => r.Programme == pack.Programme && r.Year == spanYear && r.Round == span.Number
                && (r.Status == ReportStatus.Submitted || r.Status == ReportStatus.Accepted))
            .OrderBy(r => r.Id).Take(MostReports).ToListAsync(cancellationToken);
        var since = span.From.AddYears(-MostYearsBack);
        var past = (await db.PeriodicReports.AsNoTracking()
                .Where(r => r.Programme == pack.Programme && r.Status == ReportStatus.Accepted && r.To < span.To && r.To >= since)
                .OrderByDescending(r => r.To).Take(MostReports * 4)
                .Select(r => new { r.InstitutionId, r.Indicators }).ToListAsync(cancellationToken))
            .ToLookup(r => r.InstitutionId, r => ReportText.Read("{}", r.Indicators, "{}"));
        var readable = (await db.Institutions.ReadableBy(db, caller).Where(i => i.Programme == pack.Programme).Select(i => i.Id).ToListAsync(cancellationToken)).ToHashSet();
        var texts = handedIn.ConvertAll(report => (Report: report, report.Text));
        var items = from one in texts
                    where readable.Contains(one.Report.InstitutionId)
                    let peers = texts.Where(other => other.Report.Id != one.Report.Id && other.Report.Institution.Category == one.Report.Institution.Category)
                    let outliers = Outliers.OfOwnPast(one.Text, [.. past[one.Report.InstitutionId]], pack, spanYear)
                        .Concat(Outliers.OfCategory(one.Text, [.. peers.Select(other => other.Text)], pack, spanYear))
                        .Marked(ClaimedFigures.Of(one.Text.Indicators, EvidenceOf.Now(one.Report.Evidence)))
                    where outliers.Count > 0
                    select new BodyOutliers(one.Report.InstitutionId, one.Report.Id, outliers);
        Outcome<OutliersView> view = new OutliersView(spanYear, span.Number, [.. items]);
        return view.ToHttp();
    }
}
