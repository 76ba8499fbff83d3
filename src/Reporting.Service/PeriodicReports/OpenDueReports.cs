using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Packs;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;

namespace Reporting.PeriodicReports;

/// <summary>
/// Opens the reports of every span that is over (ZS-28): one for each body that was under construction or recognised on the span's last
/// day. A span's report is opened once, however often the sweep runs.
/// </summary>
internal sealed class OpenDueReports(ReportingDb db, PackShelf packs) : ISweep
{
    public string Name => "periodic-reports";

    public async Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var ruling = await packs.RulingAsync(today, cancellationToken);
        var older = await packs.RulingAsync(ruling.Select(pack => pack.Programme), new DateOnly(today.Year - 1, 12, 31), cancellationToken);
        var opened = 0;
        foreach (var pack in ruling)
        {
            IEnumerable<PolicyPack> versions = older.TryGetValue(pack.Programme, out var old) ? [pack, old] : [pack];
            foreach (var (version, span) in ReportSpans.Of(versions, today.Year - 1, today.Year).Where(found => found.Span.To < today))
            {
                opened += await OpenAsync(version, span, cancellationToken);
            }
        }

        return opened;
    }

    private async Task<int> OpenAsync(PolicyPack pack, Round round, CancellationToken cancellationToken)
    {
        try
        {
            return await db.WriteAsync(
                async ct =>
                {
                    var bodies = await db.Institutions
                        .Where(i => i.Programme == pack.Programme && i.Jurisdiction == pack.Jurisdiction)
                        .WithStandingOn(round.To, StandingOn.Reporting)
                        .Where(i => !db.PeriodicReports.Any(r => r.InstitutionId == i.Id && r.Year == round.To.Year && r.Round == round.Number))
                        .Select(i => new { i.Id, Since = i.Standings.Where(s => StandingOn.Reporting.Contains(s.Standing)).Min(s => s.Since) })
                        .ToListAsync(ct);
                    db.AddRange(bodies.Select(body => Report(pack, round, body.Id, body.Since)));
                    return bodies.Count;
                },
                cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Another replica opened them at the same moment.
            return 0;
        }
    }

    private static PeriodicReport Report(PolicyPack pack, Round round, Guid body, DateOnly since) => new()
    {
        Id = Guid.CreateVersion7(),
        InstitutionId = body,
        Programme = pack.Programme,
        Year = round.To.Year,
        Round = round.Number,
        // EO-09, as the bureau decided: a body filed during the year reports from its filing.
        From = since > round.From && pack.IsOn(PackQuestions.FromFiling, ReferenceDays.OfYear(round.To.Year)) ? since : round.From,
        To = round.To,
        DueOn = round.DueOn,
    };
}
