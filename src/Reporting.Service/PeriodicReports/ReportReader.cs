using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Evaluations;
using Reporting.Evidence;
using Reporting.Missing;
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
        var report = await db.PeriodicReports.AsNoTracking().WithAll().ReadableBy(db, caller).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        return report is null
            ? null
            : await DetailAsync(report, await packs.RulingAsync(report.Programme, report.To, cancellationToken), caller, cancellationToken);
    }

    /// <summary>A report with all that belongs to it, as the caller sees it.</summary>
    public async Task<PeriodicReportDetail> DetailAsync(PeriodicReport report, PolicyPack pack, Caller caller, CancellationToken cancellationToken)
    {
        var missConfirmed = await db.IsMissConfirmedAsync(report.Id, cancellationToken);

        // What is not handed in yet is the body's own.
        if (report.Status == ReportStatus.Draft && !caller.Is(Roles.Operator))
        {
            return PeriodicReportDetail.Hidden(report, caller, clock.Today) with { MissConfirmed = missConfirmed };
        }

        var accepted = await db.PeriodicReports.AsNoTracking()
            .Where(r => r.InstitutionId == report.InstitutionId && r.Status == ReportStatus.Accepted && r.To < report.To)
            .OrderByDescending(r => r.To).Take(MostEarlier).ToListAsync(cancellationToken);
        var lastYear = accepted.Find(r => r.Year == report.Year - 1 && r.Round == report.Round);
        var (text, known) = (report.TextFor(caller), await KnownAsync(report, cancellationToken));
        var evidence = report.EvidenceFor(caller).ToList();
        var claimed = ClaimedFigures.Of(text.Indicators, evidence);
        return (caller.Is(Roles.Operator) ? PeriodicReportDetail.Of(report, caller, clock.Today) : PeriodicReportDetail.Hidden(report, caller, clock.Today)) with
        {
            Sections = text.Sections,
            Indicators = text.Indicators,
            Explanations = text.Explanations,
            Locked = await IsLockedAsync(report, cancellationToken),
            LastYear = lastYear is null ? null : new EarlierReport(lastYear.Id, lastYear.Year, lastYear.Round, lastYear.Text.Indicators),
            Prefills = report.IsOpen && caller.Is(Roles.Operator) ? await PrefillsAsync(report, lastYear ?? accepted.FirstOrDefault(), pack, known, cancellationToken) : [],
            Changes = lastYear is null ? [] : Plausibility.Of(text, lastYear.Text, pack, ReferenceDays.OfYear(report.Year)),
            Known = known,
            Outliers = Outliers.OfOwnPast(text, accepted.ConvertAll(r => r.Text), pack, report.Year).Marked(claimed),
            Evidence = await EvidenceAsync(evidence, cancellationToken),
            Claimed = claimed,
            EarlierDraft = caller.Is(Roles.Operator) && report.EarlierDraft() is { } recalled
                ? EarlierDraft.Of(recalled, await EvidenceAsync([.. EvidenceOf.TakenBack(report.Evidence, recalled.At)], cancellationToken))
                : null,
            MissConfirmed = missConfirmed,
            MayRecall = RecallReturn.MayTakeBack(report, caller),
        };
    }

    /// <summary>Whether the year's evaluation rests on it: the evaluation is published and the report was handed in before.</summary>
    public async Task<bool> IsLockedAsync(PeriodicReport report, CancellationToken cancellationToken) =>
        report.SubmittedOn is not null && await db.Evaluations.AnyAsync(
            e => e.InstitutionId == report.InstitutionId && e.Kind == EvaluationKind.Yearly && e.Year == report.Year && e.PublishedGrade != null,
            cancellationToken);

    private async Task<IReadOnlyList<KnownFact>> KnownAsync(PeriodicReport report, CancellationToken cancellationToken)
    {
        var review = await db.Reviews.AsNoTracking().SingleOrDefaultAsync(
            r => r.InstitutionId == report.InstitutionId && r.Programme == report.Programme && r.FiscalYear == report.Year, cancellationToken);
        var spent = await db.ConfirmedSpendings
            .Where(s => s.InstitutionId == report.InstitutionId && s.Programme == report.Programme && s.FiscalYear == report.Year)
            .SumAsync(s => (long?)s.AmountFen, cancellationToken);
        return KnownFact.Of(report.Year, review, spent is 0 ? null : spent);
    }

    // What the platform knows goes before what was said last time.
    private async Task<IReadOnlyList<Prefill>> PrefillsAsync(
        PeriodicReport report, PeriodicReport? earlier, PolicyPack pack, IReadOnlyList<KnownFact> money, CancellationToken cancellationToken)
    {
        var known = Prefills.Known(report.Text, report, pack, await EntriesAsync(report, pack, cancellationToken), money);
        var before = earlier is null ? [] : Prefills.Of(report.Text, earlier, pack, clock.Today);
        return [.. known, .. before.ExceptBy(known.Select(prefill => prefill.Name), prefill => prefill.Name, StringComparer.Ordinal)];
    }

    private async Task<KnownEntries> EntriesAsync(PeriodicReport report, PolicyPack pack, CancellationToken cancellationToken)
    {
        var registers = pack.Indicators.Select(figure => figure.Known?.Register).OfType<string>().Distinct().ToList();
        if (registers.Count == 0)
        {
            return KnownEntries.None;
        }

        var own = db.CountedEntries.AsNoTracking().Where(e => e.InstitutionId == report.InstitutionId && registers.Contains(e.Register));
        var entries = await own.ToListAsync(cancellationToken);
        var subjects = entries.Exists(e => e.AboutEntryId is not null)
            ? await db.CountedEntries.AsNoTracking().Where(e => own.Any(one => one.AboutEntryId == e.Id)).ToListAsync(cancellationToken)
            : [];
        return new KnownEntries(entries.ConvertAll(e => e.Read()), subjects.ToDictionary(e => e.Id, e => e.Read()));
    }

    private async Task<IReadOnlyList<EvidenceView>> EvidenceAsync(List<ReportEvidence> evidence, CancellationToken cancellationToken)
    {
        if (evidence.Count == 0)
        {
            return [];
        }

        var ids = evidence.ConvertAll(one => one.AttachmentId);
        var files = await db.Set<Attachment>().AsNoTracking().Where(file => ids.Contains(file.Id)).ToDictionaryAsync(file => file.Id, cancellationToken);
        return [.. evidence.OrderBy(e => e.AttachmentId).Select(e => new EvidenceView(e.Figure, AttachmentView.Of(files[e.AttachmentId])))];
    }
}
