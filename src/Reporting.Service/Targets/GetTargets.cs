using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Targets;

/// <summary>A programme's targets with what was reached by a day (ZS-02). One under rectification counts, one under construction does not.</summary>
internal static class GetTargets
{
    /// <summary>The targets on a day.</summary>
    internal sealed record TargetsView(string Programme, DateOnly On, IReadOnlyList<TargetView> Targets);

    public static void MapTargets(this IEndpointRouteBuilder service) => service
        .MapGroup("/targets").WithTags("Targets")
        .MapGet("/", HandleAsync)
        .RequireRoles(InstitutionVisibility.Readers)
        .WithSummary("A programme's targets with their actuals on a day; today where none is given");

    private static async Task<Answer<TargetsView>> HandleAsync(
        string programme, DateOnly? on, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken) =>
        (await MeasureAsync(programme, on ?? clock.Today, db, packs, clock.Today, http.Caller(), cancellationToken)).ToHttp();

    private static async Task<Outcome<TargetsView>> MeasureAsync(
        string programme, DateOnly day, ReportingDb db, PackShelf packs, DateOnly today, Caller caller, CancellationToken cancellationToken)
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

        var bodies = await db.Institutions.AsNoTracking().Include(i => i.Standings)
            .Where(i => i.Programme == programme && i.Jurisdiction == pack.Jurisdiction)
            .WithStandingOn(day, StandingOn.Recognised)
            .OrderBy(i => i.RecognisedOn).ThenBy(i => i.Id)
            .ToListAsync(cancellationToken);
        var counted = bodies.ConvertAll(i => new CountedBody(i.Id, i.Name, i.District, i.Category, StandingOn.Of(i.Standings, day)!, i.RecognisedOn));
        return new TargetsView(programme, day, [.. pack.Targets.Select(target => TargetMeasure.Of(target, pack, counted))]);
    }
}
