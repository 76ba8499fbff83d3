using Contracts.Refusals;
using Packs;
using Policies;
using Reporting.Packs;
using Reporting.PeriodicReports;
using ServiceDefaults.Authentication;

namespace Reporting.Monitoring;

/// <summary>The span that a monitoring looks at, with the pack that ruled it.</summary>
internal sealed record MonitoredRound(PolicyPack Pack, int Year, Round Span)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2200;

    /// <summary>The span asked for, or the last that is over; refused where the programme has no such span.</summary>
    public static async Task<Outcome<MonitoredRound>> FindAsync(
        PackShelf packs, string programme, int? year, int? round, Caller caller, DateOnly today, CancellationToken cancellationToken)
    {
        if (!(await packs.RulingWithAsync(programme, PackQuestions.Monitoring, caller, today, cancellationToken)).Accepted(out _, out var unknown))
        {
            return unknown;
        }

        if (year is < FirstYear or > LastYear)
        {
            return NoSuchSpan(year, round);
        }

        // A past year's spans stand in the version that ruled it; the year may have begun under an older one.
        var asked = year ?? today.Year;
        var yearsEnd = new DateOnly(asked, 12, 31);
        var versions = new List<PolicyPack>();
        foreach (var day in new[] { today < yearsEnd ? today : yearsEnd, yearsEnd.AddYears(-1) })
        {
            versions.AddRange((await packs.RulingAsync([programme], day, cancellationToken)).Values);
        }

        var spans = ReportSpans.Of(versions, year is null ? [asked - 1, asked] : [asked]);
        var found = round is null
            ? spans.Where(each => each.Span.To < today).OrderByDescending(each => each.Span.To).FirstOrDefault()
            : spans.FirstOrDefault(each => each.Span.Number == round && each.Span.To.Year == asked);
        return found.Pack is not null
            ? new MonitoredRound(found.Pack, found.Span.To.Year, found.Span)
            : NoSuchSpan(year, round);
    }

    private static Refusal NoSuchSpan(int? year, int? round) =>
        Refusal.BadInput(
            "round",
            round,
            "没有该年度的这一期定期报告，请核对年度和期次。",
            "There is no such span of periodic reports; check year and round.").With("year", year);
}
