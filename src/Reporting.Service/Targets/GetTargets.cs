using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Packs;
using Reporting.Registers;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Targets;

/// <summary>
/// A programme's targets (ZS-02, EO-01, EI-01, HB-01) with plan, actual and forecast by a day. One under rectification counts, one under
/// construction does not.
/// </summary>
internal static class GetTargets
{
    /// <summary>The targets on a day.</summary>
    internal sealed record TargetsView(string Programme, DateOnly On, string? District, IReadOnlyList<TargetView> Targets);

    public static void Map(IEndpointRouteBuilder targets) => targets
        .MapGet("/", HandleAsync)
        .RequireRoles(InstitutionVisibility.Readers)
        .WithSummary("A programme's targets with plan, actual and forecast on a day, perhaps of one district; today where none is given");

    /// <summary>The targets as they stood on a day.</summary>
    public static async Task<Outcome<TargetsView>> MeasureAsync(
        string programme, string? district, DateOnly day, ReportingDb db, PackShelf packs, DateOnly today, Caller caller, CancellationToken cancellationToken)
    {
        if (day > today)
        {
            return Refusal.BadInput(
                "on", day, $"只能查询截至今天（{today:yyyy-MM-dd}）的实际值。", $"An actual can be measured until today, {today:yyyy-MM-dd}.");
        }

        if (!(await packs.RulingForAsync(programme, caller, day, cancellationToken)).Accepted(out var pack, out var unknown))
        {
            return unknown;
        }

        return new TargetsView(programme, day, district, await MeasureAsync(pack, district, day, db, cancellationToken));
    }

    /// <summary>The targets of a pack as they stood on a day.</summary>
    public static async Task<IReadOnlyList<TargetView>> MeasureAsync(PolicyPack pack, string? district, DateOnly day, ReportingDb db, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(pack, district, day, db, cancellationToken);
        var asked = pack.Targets.Where(target => district is null || target.District is null || target.District == district);
        return [.. asked.Select(target => TargetMeasure.Of(target, pack, facts))];
    }

    private static async Task<Answer<TargetsView>> HandleAsync(
        string programme, string? district, DateOnly? on, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken) =>
        (await MeasureAsync(programme, district, on ?? clock.Today, db, packs, clock.Today, http.Caller(), cancellationToken)).ToHttp();

    private static async Task<TargetFacts> FactsAsync(PolicyPack pack, string? district, DateOnly day, ReportingDb db, CancellationToken cancellationToken)
    {
        var counts = pack.Targets.Any(target => target.IsCounted);
        var institutions = db.Institutions.AsNoTracking().Where(i => i.Programme == pack.Programme && i.Jurisdiction == pack.Jurisdiction);
        var then = new Dictionary<DateOnly, IReadOnlyList<CountedBody>>();
        foreach (var due in counts ? pack.Targets.Where(target => target.IsCounted && target.By < day).Select(target => target.By).Distinct().ToList() : [])
        {
            then[due] = await RecognisedAsync(institutions, due, cancellationToken);
        }

        var first = Math.Min(pack.FirstYear(), day.Year);
        var years = Enumerable.Range(first, day.Year - first + 1).Union(pack.Targets.Select(target => target.By.Year).Where(due => due < day.Year));
        return new TargetFacts(
            day,
            district,
            counts ? await RecognisedAsync(institutions, day, cancellationToken) : [],
            counts ? await Tallies.OfAsync(institutions, years, day, cancellationToken) : new Dictionary<int, IReadOnlyList<Tally>>(),
            await LastFigures.OfAsync(db, pack.Jurisdiction, [pack.Programme], day.Year, cancellationToken))
        {
            Then = then,
            Register = (await RegisterFacts.OfAsync(db, [pack], cancellationToken)).GetValueOrDefault(pack.Programme) ?? RegisterFacts.None,
        };
    }

    private static async Task<IReadOnlyList<CountedBody>> RecognisedAsync(IQueryable<Institution> institutions, DateOnly day, CancellationToken cancellationToken)
    {
        var bodies = await institutions.Include(i => i.Standings).WithStandingOn(day, StandingOn.Recognised)
            .OrderBy(i => i.RecognisedOn).ThenBy(i => i.Id).ToListAsync(cancellationToken);
        return bodies.ConvertAll(i => new CountedBody(i.Id, i.Name, i.District, i.Category, StandingOn.Of(i.Standings, day)!, i.RecognisedOn));
    }
}

/// <summary>The last version of each recorded figure.</summary>
internal static class LastFigures
{
    /// <summary>Those of some programmes; actuals until a year, plans of every year.</summary>
    public static Task<List<TargetFigure>> OfAsync(ReportingDb db, string jurisdiction, IReadOnlyList<string> programmes, int until, CancellationToken cancellationToken) =>
        db.TargetFigures.AsNoTracking()
            .Where(f => f.Jurisdiction == jurisdiction && programmes.Contains(f.Programme) && (f.Kind == TargetFigureKind.Plan || f.Year <= until)
                && !db.TargetFigures.Any(later => later.Jurisdiction == f.Jurisdiction && later.Programme == f.Programme && later.Target == f.Target
                    && later.Kind == f.Kind && later.Year == f.Year && later.District == f.District && later.Edition > f.Edition))
            .ToListAsync(cancellationToken);
}
