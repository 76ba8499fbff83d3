using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Extensions;
using Reporting.Institutions;
using Reporting.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Missing;

/// <summary>The missing reports of a span, and what the city recorded of them.</summary>
internal static class ReadMissing
{
    private const int MostRows = 1000;

    public static void Map(IEndpointRouteBuilder missing) => missing
        .MapGet("/", HandleAsync)
        .RequireRoles(Roles.DistrictReviewer, Roles.CityReviewer, Roles.Leader, Roles.Auditor)
        .WithSummary("The missing reports of a span and the list that the city recorded of them");

    private static async Task<Answer<MissingView>> HandleAsync(
        string programme, int year, int round, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var (caller, today) = (http.Caller(), clock.Today);
        if (!(await packs.RulingForAsync(programme, caller, today, cancellationToken)).Accepted(out var pack, out var unknown))
        {
            return ((Outcome<MissingView>)unknown).ToHttp();
        }

        var rows = await db.PeriodicReports.AsNoTracking().VisibleTo(caller)
            .Where(r => r.Programme == programme && r.Year == year && r.Round == round)
            .MissingOn(today)
            .OrderBy(r => r.Id).Take(MostRows)
            .Select(r => new
            {
                r.Id, r.InstitutionId, r.Institution.Name, r.Institution.District, r.DueOn,
                Proposed = r.Extensions.Any(e => e.Status == ExtensionStatus.Proposed),
            })
            .ToListAsync(cancellationToken);
        var list = await db.MissingLists.AsNoTracking().WithReports().AsSplitQuery()
            .SingleOrDefaultAsync(l => l.Jurisdiction == caller.Jurisdiction && l.Programme == programme && l.Year == year && l.Round == round, cancellationToken);
        Outcome<MissingView> view = new MissingView(
            programme,
            year,
            round,
            pack.Grounds.FirstOrDefault(g => g.Name == MissingReports.Ground) is { } ground ? new ConsequenceView(ground.Label, ground.Measure, ground.Citation.ClauseId) : null,
            rows.ConvertAll(r => new MissingRow(r.Id, r.InstitutionId, r.Name, r.District, r.DueOn, today.DayNumber - r.DueOn.DayNumber, r.Proposed)),
            list is null ? null : Narrowed(MissingListView.Of(list), caller));
        return view.ToHttp();
    }

    /// <summary>A district sees its own bodies on the city's list.</summary>
    private static MissingListView Narrowed(MissingListView list, Caller caller) => caller.Is(Roles.DistrictReviewer)
        ? list with { Reports = [.. list.Reports.Where(miss => miss.District == caller.District)] }
        : list;
}
