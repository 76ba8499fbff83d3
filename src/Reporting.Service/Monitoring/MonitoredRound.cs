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
    /// <summary>The span asked for, or the last that is over; refused where the programme has no such span.</summary>
    public static async Task<Outcome<MonitoredRound>> FindAsync(
        PackShelf packs, string programme, int? year, int? round, Caller caller, DateOnly today, CancellationToken cancellationToken)
    {
        if (!(await packs.RulingWithAsync(programme, PackQuestions.Monitoring, caller, today, cancellationToken)).Accepted(out var pack, out var unknown))
        {
            return unknown;
        }

        var found = !OpenDueReports.HasCycle(pack) ? null
            : year is { } asked && asked is < 2000 or > 2200 ? null
            : round is null ? Spans(pack, year ?? today.Year).Concat(year is null ? Spans(pack, today.Year - 1) : []).Where(span => span.To < today).MaxBy(span => span.To)
            : Spans(pack, year ?? today.Year).FirstOrDefault(span => span.Number == round);
        return found is not null
            ? new MonitoredRound(pack, found.To.Year, found)
            : Refusal.BadInput(
                "round",
                round,
                "没有该年度的这一期定期报告,请核对年度和期次。",
                "There is no such span of periodic reports; check year and round.").With("year", year);
    }

    private static IEnumerable<Round> Spans(PolicyPack pack, int year) => pack.Rounds(OpenDueReports.Cycle, year);
}
