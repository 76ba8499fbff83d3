using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Evaluations;
using Reporting.Evidence;
using Reporting.Institutions;
using Reporting.Monitoring;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;

namespace Reporting.PeriodicReports;

/// <summary>Puts beside a report what its reader needs: last year's, what is remarkable, what it may begin with, what the platform knows.</summary>
internal sealed class ReportReader(ReportingDb db, PackShelf packs, BusinessClock clock)
{
    private const int MostEarlier = 12;

    /// <summary>The report as the caller sees it; null where it sees none.</summary>
    public async Task<PeriodicReportDetail?> FindAsync(Guid id, Caller caller, CancellationToken cancellationToken)
    {
        var report = await db.PeriodicReports.AsNoTracking().WithAll().VisibleTo(caller).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        return report is null
            ? null
            : await DetailAsync(report, await packs.RulingAsync(report.Programme, report.To, cancellationToken), caller, cancellationToken);
    }

    /// <summary>A report with all that belongs to it, as the caller sees it.</summary>
    public async Task<PeriodicReportDetail> DetailAsync(PeriodicReport report, PolicyPack pack, Caller caller, CancellationToken cancellationToken)
    {
        // What is not handed in yet is the body's own.
        if (report.Status == ReportStatus.Draft && !caller.Is(Roles.Operator))
        {
            return PeriodicReportDetail.Hidden(report, clock.Today);
        }

        var accepted = await db.PeriodicReports.AsNoTracking()
            .Where(r => r.InstitutionId == report.InstitutionId && r.Status == ReportStatus.Accepted && r.To < report.To)
            .OrderByDescending(r => r.To).Take(MostEarlier).ToListAsync(cancellationToken);
        var lastYear = accepted.Find(r => r.Year == report.Year - 1 && r.Round == report.Round);
        var years = await db.Reviews.AsNoTracking()
            .Where(r => r.InstitutionId == report.InstitutionId && r.Programme == report.Programme && r.FiscalYear == report.Year)
            .ToListAsync(cancellationToken);
        var text = report.Text;
        return PeriodicReportDetail.Of(report, clock.Today) with
        {
            Sections = text.Sections,
            Indicators = text.Indicators,
            Explanations = text.Explanations,
            Locked = await IsLockedAsync(report, cancellationToken),
            LastYear = lastYear is null ? null : new EarlierReport(lastYear.Id, lastYear.Year, lastYear.Round, lastYear.Text.Indicators),
            Prefills = report.IsOpen && caller.Is(Roles.Operator) && (lastYear ?? accepted.FirstOrDefault()) is { } earlier
                ? Prefills.Of(text, earlier, pack, clock.Today)
                : [],
            Changes = lastYear is null ? [] : Plausibility.Of(text, lastYear.Text, pack, ReferenceDays.OfYear(report.Year)),
            Known = KnownFact.Of(years),
            Outliers = Outliers.OfOwnPast(text, accepted.ConvertAll(r => r.Text), pack),
            Evidence = await EvidenceAsync(report, cancellationToken),
        };
    }

    /// <summary>Whether the year's evaluation rests on it: the evaluation is published and the report was handed in before.</summary>
    public async Task<bool> IsLockedAsync(PeriodicReport report, CancellationToken cancellationToken) =>
        report.SubmittedOn is not null && await db.Evaluations.AnyAsync(
            e => e.InstitutionId == report.InstitutionId && e.Kind == EvaluationKind.Yearly && e.Year == report.Year && e.PublishedGrade != null,
            cancellationToken);

    private async Task<IReadOnlyList<EvidenceView>> EvidenceAsync(PeriodicReport report, CancellationToken cancellationToken)
    {
        if (report.Evidence.Count == 0)
        {
            return [];
        }

        var ids = report.Evidence.ConvertAll(evidence => evidence.AttachmentId);
        var files = await db.Set<Attachment>().AsNoTracking().Where(file => ids.Contains(file.Id)).ToDictionaryAsync(file => file.Id, cancellationToken);
        return [.. report.Evidence.OrderBy(e => e.AttachmentId).Select(e => new EvidenceView(e.Figure, AttachmentView.Of(files[e.AttachmentId])))];
    }
}

/// <summary>How reports are read.</summary>
internal static class ReportQueries
{
    /// <summary>With its body, steps, extensions and evidence.</summary>
    public static IQueryable<PeriodicReport> WithAll(this IQueryable<PeriodicReport> reports) =>
        reports.Include(r => r.Institution).Include(r => r.Steps).Include(r => r.Extensions).Include(r => r.Evidence).AsSplitQuery();
}
