using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Packs;
using Reporting.Targets;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Tasks;

/// <summary>The board of a programme's tasks (HB-02, HB-03, EI-11): units, persons, days, status, milestones, phases and roadmaps.</summary>
internal static class ReadBoard
{
    /// <summary>HB-29: the flag of a pack that asks for a roadmap of every year.</summary>
    private const string RoadmapFlag = "yearly-roadmap";

    /// <summary>The board.</summary>
    /// <param name="Programme">The programme.</param>
    /// <param name="On">The day on which it is looked at.</param>
    /// <param name="Year">The year of what recurs.</param>
    /// <param name="Years">The years that it may be looked at for.</param>
    /// <param name="Units">Every unit that has a task.</param>
    /// <param name="Phases">The phases of the plan.</param>
    /// <param name="Tasks">The tasks.</param>
    /// <param name="PersonAsked">Whether the pack asks for a person and a timetable (HB-29).</param>
    /// <param name="Roadmaps">The roadmaps on file, newest first.</param>
    /// <param name="YearsWithoutRoadmap">The years that lack one, up to this year, where the pack asks for them.</param>
    internal sealed record BoardView(
        string Programme,
        DateOnly On,
        int Year,
        IReadOnlyList<int> Years,
        IReadOnlyList<TaskUnit> Units,
        IReadOnlyList<PlanPhase> Phases,
        IReadOnlyList<TaskView> Tasks,
        bool PersonAsked,
        IReadOnlyList<RoadmapView> Roadmaps,
        IReadOnlyList<int> YearsWithoutRoadmap);

    public static void Map(IEndpointRouteBuilder board) => board
        .MapGet("/", HandleAsync)
        .RequireRoles(TaskRoutes.Readers)
        .WithSummary("The board of a programme's tasks; of what recurs, a year's");

    private static async Task<Answer<BoardView>> HandleAsync(
        string programme,
        int? year,
        string? unit,
        string? district,
        Choice<DutyStatus>? status,
        ReportingDb db,
        PackShelf packs,
        BusinessClock clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var (caller, today) = (http.Caller(), clock.Today);
        if (!(await packs.RulingForAsync(programme, caller, today, cancellationToken)).Accepted(out var pack, out var unknown))
        {
            return ((Outcome<BoardView>)unknown).ToHttp();
        }

        var years = YearsOf(pack, today);
        if (year is { } wanted && !years.Contains(wanted))
        {
            return ((Outcome<BoardView>)Refusal.BadInput("year", wanted, $"年度应在 {years[0]} 至 {years[^1]} 之间。", $"The year is one from {years[0]} to {years[^1]}.")).ToHttp();
        }

        var measured = await GetTargets.MeasureAsync(programme, null, today, db, packs, today, caller, cancellationToken);
        if (!measured.Accepted(out var targets, out var refusal))
        {
            return ((Outcome<BoardView>)refusal).ToHttp();
        }

        var query = new BoardQuery(year ?? Math.Min(today.Year, years[^1]), unit, district, status?.Value);
        var duties = await db.TaskDuties.AsNoTracking()
            .Where(d => d.Jurisdiction == pack.Jurisdiction && d.Programme == programme && (d.Year == TaskDuty.Once || d.Year == query.Year))
            .ToListAsync(cancellationToken);
        var roadmaps = await RoadmapsAsync(db, pack, cancellationToken);
        Outcome<BoardView> outcome = new BoardView(
            programme,
            today,
            query.Year,
            years,
            UnitsOf(pack),
            pack.Phases,
            TaskBoard.Of(pack, duties, [.. targets.Targets.Where(target => target.Task is not null)], query, caller, today),
            pack.IsOn(TaskBoard.PersonFlag, today),
            roadmaps,
            pack.IsOn(RoadmapFlag, today) ? [.. years.Where(one => one <= today.Year).Except(roadmaps.Select(roadmap => roadmap.Year))] : []);
        return outcome.ToHttp();
    }

    /// <summary>The years of a plan; of one without an end those up to this year.</summary>
    public static IReadOnlyList<int> YearsOf(PolicyPack pack, DateOnly today)
    {
        var (first, last) = (pack.FirstYear(), pack.Until?.Year ?? Math.Max(today.Year, pack.From.Year));
        return [.. Enumerable.Range(first, Math.Max(1, last - first + 1))];
    }

    private static IReadOnlyList<TaskUnit> UnitsOf(PolicyPack pack) => pack.Units.Count > 0
        ? pack.Units
        : [.. pack.Tasks.SelectMany(task => task.Units).Distinct(StringComparer.Ordinal).Select(unit => new TaskUnit(new Label(unit, unit), null))];

    private static async Task<List<RoadmapView>> RoadmapsAsync(ReportingDb db, PolicyPack pack, CancellationToken cancellationToken) =>
        (await db.Roadmaps.AsNoTracking().Where(r => r.Jurisdiction == pack.Jurisdiction && r.Programme == pack.Programme)
            .Join(db.Set<Attachment>(), r => r.AttachmentId, a => a.Id, (r, a) => new { Roadmap = r, File = a })
            .OrderByDescending(r => r.Roadmap.Id)
            .Take(FileRoadmap.Most)
            .ToListAsync(cancellationToken))
        .ConvertAll(r => RoadmapView.Of(r.Roadmap, r.File));
}
