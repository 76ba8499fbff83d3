using Policies;
using Reporting.Notifications;

namespace Reporting.Tasks;

/// <summary>A unit's part in a task that is not done, and its last day; without <paramref name="Duty"/> nobody is named for it.</summary>
internal sealed record OpenDuty(PolicyTask Task, string Unit, string? District, int Year, DateOnly DueOn, TaskDuty? Duty)
{
    /// <summary>
    /// Those whose last day comes near, or is just over: of what recurs the years' own, of all else the one. What its unit has reported as
    /// done waits for the city, and not for the unit. Pure.
    /// </summary>
    public static IReadOnlyList<OpenDuty> Of(PolicyPack pack, IReadOnlyCollection<TaskDuty> duties, DateOnly today) =>
    [
        .. from task in pack.Tasks
           from year in YearsOf(task, pack, today)
           from unit in task.Units
           let duty = duties.FirstOrDefault(one => one.Task == task.Name && one.Unit == unit && one.Year == TaskBoard.YearOf(task, year))
           let due = DutyStatuses.DueOn(task, duty, year)
           where due is { } day && ReminderDays.StageOn(day, today) is not null && duty?.CompletedOn is null
           select new OpenDuty(task, unit, TaskBoard.DistrictOf(pack, unit), year, due.Value, duty),
    ];

    // A year's last day is at most its own end: no other year's can be near.
    private static IEnumerable<int> YearsOf(PolicyTask task, PolicyPack pack, DateOnly today) => task.Every is null
        ? [TaskDuty.Once]
        : ReadBoard.YearsOf(pack, today).Where(year => Math.Abs(year - today.Year) <= 1);
}
