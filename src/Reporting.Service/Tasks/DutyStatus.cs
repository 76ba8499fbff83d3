using Policies;

namespace Reporting.Tasks;

/// <summary>Where a duty or a task stands.</summary>
internal enum DutyStatus
{
    /// <summary>Nothing was reported.</summary>
    NotBegun,

    /// <summary>Progress was reported, or its completion, which waits for the city.</summary>
    UnderWay,

    /// <summary>The city confirmed it.</summary>
    Done,

    /// <summary>Its last day is over, and it was not reported as completed by then.</summary>
    Late,
}

/// <summary>Computes where duties stand from their dates; nobody sets a status. Pure.</summary>
internal static class DutyStatuses
{
    /// <summary>
    /// The last day of a duty: that of its timetable, otherwise the document's, otherwise the end of the year of what recurs. Null where
    /// nobody named one.
    /// </summary>
    public static DateOnly? DueOn(PolicyTask task, TaskDuty? duty, int year) =>
        duty?.Until ?? task.Due ?? (task.Every is null ? null : new DateOnly(year, 12, 31));

    /// <summary>Where a duty stands on a day. What was completed by its last day is not late because the city looks at it later.</summary>
    public static DutyStatus On(DateOnly day, TaskDuty? duty, DateOnly? dueOn) =>
        duty?.ConfirmedOn <= day ? DutyStatus.Done
        : dueOn < day && !(duty?.CompletedOn <= dueOn) ? DutyStatus.Late
        : duty?.BegunOn <= day ? DutyStatus.UnderWay
        : DutyStatus.NotBegun;

    /// <summary>Where a task stands by its units: late where one is, done where all are.</summary>
    public static DutyStatus Of(IReadOnlyCollection<DutyStatus> units) =>
        units.Contains(DutyStatus.Late) ? DutyStatus.Late
        : units.Count > 0 && units.All(status => status == DutyStatus.Done) ? DutyStatus.Done
        : units.All(status => status == DutyStatus.NotBegun) ? DutyStatus.NotBegun
        : DutyStatus.UnderWay;

    /// <summary>HB-29: whether the person or the timetable is missing.</summary>
    public static bool IsIncomplete(TaskDuty? duty) => duty is not { Person: not null, From: not null, Until: not null };
}
