using Policies;
using Reporting.Packs;
using Reporting.Targets;
using ServiceDefaults.Authentication;

namespace Reporting.Tasks;

/// <summary>A responsible unit's part in a task.</summary>
/// <param name="Id">The key; null as long as nobody named a person or timetable.</param>
/// <param name="Unit">The unit, as the document names it.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="District">The district or city whose science bureau reports for it.</param>
/// <param name="Year">The year of what recurs; 0 of every other.</param>
/// <param name="Person">The responsible person.</param>
/// <param name="PersonSubject">The person's account, which is reminded; null where the unit's science bureau is.</param>
/// <param name="Post">The person's post.</param>
/// <param name="From">The timetable's first day.</param>
/// <param name="Until">The timetable's last day.</param>
/// <param name="DueOn">The last day that counts.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Percent">How far it has come, as reported last.</param>
/// <param name="CompletedOn">The day on which it was done, as reported.</param>
/// <param name="ConfirmedOn">The day on which the city confirmed it.</param>
/// <param name="AwaitsConfirmation">Whether the city has to look at it.</param>
/// <param name="WasLate">Whether it was done after its last day.</param>
/// <param name="Incomplete">HB-29: whether person or timetable are missing, where the pack asks for them.</param>
/// <param name="MayReport">Whether the caller names persons and reports for this unit.</param>
/// <param name="MayConfirm">Whether the caller confirms its completion.</param>
/// <param name="Version">The version of the duty; 0 as long as there is none.</param>
internal sealed record DutyView(
    Guid? Id,
    string Unit,
    Label Label,
    string? District,
    int Year,
    string? Person,
    string? PersonSubject,
    string? Post,
    DateOnly? From,
    DateOnly? Until,
    DateOnly? DueOn,
    DutyStatus Status,
    int? Percent,
    DateOnly? CompletedOn,
    DateOnly? ConfirmedOn,
    bool AwaitsConfirmation,
    bool WasLate,
    bool Incomplete,
    bool MayReport,
    bool MayConfirm,
    long Version);

/// <summary>A milestone of a task (HB-14): a target with its day, and what was reached.</summary>
internal sealed record MilestoneView(string Target, Label Label, DateOnly By, bool Strict, bool Aim, string Wanted, string? Actual, bool? Met, bool Missed);

/// <summary>A task with its units.</summary>
/// <param name="Number">Its place in the document's list, from 1.</param>
/// <param name="Name">Its name in the pack.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="Due">The document's deadline.</param>
/// <param name="Yearly">Whether it recurs every year.</param>
/// <param name="Status">Where it stands, by the units shown.</param>
/// <param name="Incomplete">Whether a unit shown lacks person or timetable (HB-29).</param>
/// <param name="Duties">Its units.</param>
/// <param name="Milestones">Its milestones.</param>
internal sealed record TaskView(
    int Number,
    string Name,
    Label Label,
    Citation Citation,
    DateOnly? Due,
    bool Yearly,
    DutyStatus Status,
    bool Incomplete,
    IReadOnlyList<DutyView> Duties,
    IReadOnlyList<MilestoneView> Milestones);

/// <summary>What is asked of the board.</summary>
internal sealed record BoardQuery(int Year, string? Unit, string? District, DutyStatus? Status);

/// <summary>Puts the board of a programme's tasks together. Pure.</summary>
internal static class TaskBoard
{
    /// <summary>HB-29: the flag of a pack that asks for a person and a timetable.</summary>
    public const string PersonFlag = "task-person";

    /// <summary>The tasks that the query leaves, in the document's order.</summary>
    /// <param name="pack">The programme's pack.</param>
    /// <param name="duties">What is on record of the year, and of what does not recur.</param>
    /// <param name="milestones">The targets that are milestones.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="today">The day.</param>
    public static IReadOnlyList<TaskView> Of(
        PolicyPack pack, IReadOnlyCollection<TaskDuty> duties, IReadOnlyCollection<TargetView> milestones, BoardQuery query, Caller caller, DateOnly today) =>
        [.. pack.Tasks.Index()
            .Select(task => View(task.Index + 1, task.Item, pack, duties, milestones, query, caller, today))
            .Where(task => task.Duties.Count > 0 && (query.Status is null || task.Status == query.Status))];

    /// <summary>Whether the caller names persons and reports for a unit: the city for each, a district for its own.</summary>
    public static bool MayReport(Caller caller, string? district) =>
        caller.Is(Roles.CityReviewer) || (caller.Is(Roles.DistrictReviewer) && district is not null && caller.District == district);

    /// <summary>The district whose science bureau reports for a unit; null where the city does.</summary>
    public static string? DistrictOf(PolicyPack pack, string unit) => pack.Units.FirstOrDefault(one => one.Label.Zh == unit)?.District;

    /// <summary>The year that a task's duty is kept under.</summary>
    public static int YearOf(PolicyTask task, int year) => task.Every is null ? TaskDuty.Once : year;

    private static TaskView View(
        int number,
        PolicyTask task,
        PolicyPack pack,
        IReadOnlyCollection<TaskDuty> duties,
        IReadOnlyCollection<TargetView> milestones,
        BoardQuery query,
        Caller caller,
        DateOnly today)
    {
        var asked = pack.IsOn(PersonFlag, today);
        var year = YearOf(task, query.Year);
        var units = task.Units
            .Where(unit => (query.Unit is null || unit == query.Unit) && (query.District is null || DistrictOf(pack, unit) == query.District))
            .Select(unit => DutyOf(task, unit, duties.FirstOrDefault(duty => duty.Task == task.Name && duty.Unit == unit && duty.Year == year), pack, query.Year, caller, today, asked))
            .ToList();
        return new TaskView(
            number,
            task.Name,
            task.Label,
            task.Citation,
            task.Due,
            task.Every is not null,
            DutyStatuses.Of([.. units.Select(unit => unit.Status)]),
            units.Exists(unit => unit.Incomplete),
            units,
            [.. milestones.Where(one => one.Task == task.Name && (task.Every is null || one.By.Year == query.Year)).Select(one => Milestone(one, today))]);
    }

    /// <summary>A unit's part as the caller sees it.</summary>
    public static DutyView DutyOf(PolicyTask task, string unit, TaskDuty? duty, PolicyPack pack, int year, Caller caller, DateOnly today, bool personAsked)
    {
        var (district, due) = (DistrictOf(pack, unit), DutyStatuses.DueOn(task, duty, year));
        var awaits = duty is { CompletedOn: not null, ConfirmedOn: null };
        return new DutyView(
            duty?.Id,
            unit,
            pack.Units.FirstOrDefault(one => one.Label.Zh == unit)?.Label ?? new Label(unit, unit),
            district,
            YearOf(task, year),
            duty?.Person,
            duty?.PersonSubject,
            duty?.Post,
            duty?.From,
            duty?.Until,
            due,
            DutyStatuses.On(today, duty, due),
            duty?.Percent,
            duty?.CompletedOn,
            duty?.ConfirmedOn,
            awaits,
            duty?.CompletedOn > due,
            personAsked && DutyStatuses.IsIncomplete(duty),
            MayReport(caller, district),
            awaits && caller.Is(Roles.CityReviewer) && !caller.Counts(duty!.CompletedBy),
            duty?.Version ?? 0);
    }

    private static MilestoneView Milestone(TargetView target, DateOnly today) => new(
        target.Name, target.Label, target.By, target.Strict, target.Aim, target.Wanted, target.Actual, target.Met, today > target.By && target.Met != true);
}
