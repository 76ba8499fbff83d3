using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Extensions;
using Reporting.Institutions;
using Reporting.Packs;
using Reporting.PeriodicReports;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Missing;

/// <summary>The missing reports of a span, and what the city recorded of them.</summary>
internal static class ReadMissing
{
    private const int MostRows = 1000;

    private static readonly string[] Readers =
        [Roles.DistrictReviewer, Roles.CityReviewer, Roles.FinanceMaker, Roles.FinanceApprover, Roles.Leader, Roles.Auditor];

    public static void Map(IEndpointRouteBuilder missing) => missing
        .MapGet("/", HandleAsync)
        .RequireRoles(Readers)
        .WithSummary("The missing reports of a span and the lists that the city recorded of them; without a span of the last that is due");

    private static async Task<Answer<MissingView>> HandleAsync(
        string programme, int? year, int? round, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var (caller, today) = (http.Caller(), clock.Today);
        if (!(await packs.RulingForAsync(programme, caller, today, cancellationToken)).Accepted(out var pack, out var unknown))
        {
            return ((Outcome<MissingView>)unknown).ToHttp();
        }

        var span = await SpanAsync(db, programme, year, round, caller, today, cancellationToken);
        var rows = await db.PeriodicReports.AsNoTracking().VisibleTo(caller)
            .Where(r => r.Programme == programme && r.Year == span.Year && r.Round == span.Round)
            .MissingOn(today)
            .OrderBy(r => r.Id).Take(MostRows)
            .Select(r => new
            {
                r.Id, r.InstitutionId, r.Institution.Name, r.Institution.District, r.DueOn,
                Proposed = r.Extensions.Any(e => e.Status == ExtensionStatus.Proposed),
                Listed = db.Set<MissingReport>().Any(m => m.ReportId == r.Id),
            })
            .ToListAsync(cancellationToken);
        var lists = await db.MissingLists.AsNoTracking().WithReports().AsSplitQuery()
            .Where(l => l.Jurisdiction == caller.Jurisdiction && l.Programme == programme && l.Year == span.Year && l.Round == span.Round)
            .OrderByDescending(l => l.Id).Take(MostRows).ToListAsync(cancellationToken);
        Outcome<MissingView> view = new MissingView(
            programme,
            span.Year,
            span.Round,
            pack.Grounds.FirstOrDefault(g => g.Name == MissingReports.Ground) is { } ground ? new ConsequenceView(ground.Label, ground.Measure, ground.Citation.ClauseId) : null,
            rows.ConvertAll(r => new MissingRow(r.Id, r.InstitutionId, r.Name, r.District, r.DueOn, today.DayNumber - r.DueOn.DayNumber, r.Proposed, r.Listed)),
            lists.ConvertAll(list => Narrowed(MissingListView.Of(list, caller), caller)));
        return view.ToHttp();
    }

    /// <summary>The span asked for; without one the programme's last whose reports are due.</summary>
    private static async Task<(int Year, int Round)> SpanAsync(
        ReportingDb db, string programme, int? year, int? round, Caller caller, DateOnly today, CancellationToken cancellationToken)
    {
        if (year is { } givenYear && round is { } givenRound)
        {
            return (givenYear, givenRound);
        }

        var last = await db.PeriodicReports.AsNoTracking().VisibleTo(caller)
            .Where(r => r.Programme == programme && r.DueOn < today && (year == null || r.Year == year) && (round == null || r.Round == round))
            .OrderByDescending(r => r.Year).ThenByDescending(r => r.Round)
            .Select(r => new { r.Year, r.Round }).FirstOrDefaultAsync(cancellationToken);
        return (last?.Year ?? year ?? today.Year, last?.Round ?? round ?? 1);
    }

    /// <summary>A district sees its own bodies on the city's list.</summary>
    private static MissingListView Narrowed(MissingListView list, Caller caller) => caller.Is(Roles.DistrictReviewer)
        ? list with { Reports = [.. list.Reports.Where(miss => miss.District == caller.District)] }
        : list;
}
