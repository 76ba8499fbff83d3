using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Notifications;
using Reporting.Packs;
using ServiceDefaults.Clock;

namespace Reporting.PeriodicReports;

/// <summary>Reminds bodies of what is due and late, and district and city of what is late; each occasion once, however often it runs.</summary>
internal sealed class RemindOfReports(ReportingDb db, PackShelf packs, BusinessClock clock) : ISweep
{
    private const int Batch = 200;

    public string Name => "report-reminders";

    public async Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var (told, after) = (0, Guid.Empty);
        while (true)
        {
            var last = after;
            var page = await Waiting(today).Include(r => r.Institution).Where(r => r.Id > last).OrderBy(r => r.Id).Take(Batch).ToListAsync(cancellationToken);
            var clauses = await ClausesAsync(page.Select(r => r.Programme), today, cancellationToken);
            told += await db.RemindAsync(page.Select(r => ReportReminder.Notice(r, clauses[r.Programme], today, clock.UtcNow)), cancellationToken);
            if (page.Count < Batch)
            {
                return told + await TellBureausAsync(today, cancellationToken);
            }

            after = page[^1].Id;
        }
    }

    private IQueryable<PeriodicReport> Waiting(DateOnly today)
    {
        var (first, last) = ReminderDays.Around(today);
        return db.PeriodicReports.AsNoTracking().Where(r => r.SubmittedOn == null
            && r.DueOn >= first && r.DueOn <= last && StandingOn.Reporting.Contains(r.Institution.Standing));
    }

    private async Task<int> TellBureausAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var late = (await Waiting(today).Where(r => r.DueOn < today)
                .GroupBy(r => new { r.Programme, r.Institution.Jurisdiction, r.Institution.District, r.Year, r.Round, r.DueOn })
                .Select(g => new { g.Key, Count = g.Count() })
                .ToListAsync(cancellationToken))
            .ConvertAll(g => new LateReports(g.Key.Programme, g.Key.Jurisdiction, g.Key.District, g.Key.Year, g.Key.Round, g.Key.DueOn, g.Count));
        var city = late.GroupBy(one => one with { District = null, Count = 0 }).Select(group => group.Key with { Count = group.Sum(one => one.Count) });
        var clauses = await ClausesAsync(late.Select(one => one.Programme), today, cancellationToken);
        return await db.RemindAsync(late.Concat(city).Select(one => ReportReminder.Notice(one, clauses[one.Programme], today, clock.UtcNow)), cancellationToken);
    }

    private async Task<Dictionary<string, string>> ClausesAsync(IEnumerable<string> programmes, DateOnly today, CancellationToken cancellationToken) =>
        (await packs.RulingAsync(programmes, today, cancellationToken)).ToDictionary(
            ruling => ruling.Key, ruling => ruling.Value.Cycles.FirstOrDefault(c => c.Name == ReportSpans.Cycle)?.Citation.ClauseId ?? ruling.Value.ClauseOf(PackQuestions.Report), StringComparer.Ordinal);
}
