using Policies;
using Reporting.Notifications;
using Reporting.Targets;
using ServiceDefaults.Authentication;

namespace Reporting.Tasks;

/// <summary>
/// What who is told of the last days of a programme's tasks: of a duty the person named for it (HB-29) or, without an account, the unit's
/// science bureau, which is told of what is late in any case; of a milestone (HB-14) and a phase's end (HB-03) the bureau and its leaders. Pure.
/// </summary>
internal static class DutyReminder
{
    private static readonly string[] Leaders = [Roles.Leader, Roles.CityReviewer];

    private sealed record Recipient(string? Person, string? District);

    /// <summary>Of each task one notice for each recipient, and one for the city of what the districts' units are late with.</summary>
    public static IEnumerable<Notification> Notices(PolicyPack pack, IReadOnlyCollection<OpenDuty> open, DateOnly today, DateTime now) =>
    [
        .. open.SelectMany(one => Recipients(one, today).Select(to => (Duty: one, To: to)))
            .GroupBy(told => (told.Duty.Task.Name, told.Duty.Year, told.Duty.DueOn, told.To), told => told.Duty)
            .Select(same => Notice(pack, [.. same], same.Key.To, today, now)),
        .. open.Where(one => one.DueOn < today && one.District is not null).GroupBy(one => one.DueOn)
            .Select(same => Late(pack, [.. same], same.Key, today, now)),
    ];

    /// <summary>The occasions on which a day may remind of milestones, whether they are reached or not.</summary>
    public static IReadOnlySet<string> MilestoneKeys(PolicyPack pack, DateOnly today) =>
        pack.Targets.Where(one => one.Task is not null && !(one.Aim && one.By < today))
            .Select(one => MilestoneKey(pack, one.Citation.ClauseId, one.By, today)).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The milestones of one day that are not reached; what is only aimed at (力争) is never late. One notice for each clause and day.</summary>
    public static IEnumerable<Notification> Notices(PolicyPack pack, IEnumerable<TargetView> milestones, DateOnly today, DateTime now) =>
        milestones.Where(one => one.Task is not null && one.Met != true && !(one.Aim && one.By < today))
            .GroupBy(one => (one.By, one.Citation.ClauseId))
            .Select(same => ReminderDays.StageOn(same.Key.By, today) is { } stage
                ? Notice(
                    pack,
                    MilestoneKey(pack, same.Key.ClauseId, same.Key.By, today)!,
                    stage < 0 ? "milestone-due" : "milestone-overdue",
                    $"{same.Count()} 项阶段目标{Day(same.Key.By, today).Zh}，尚未达到或尚未填报实际值：{string.Join('、', same.Select(one => one.Label.Zh))}。",
                    $"{same.Count()} milestone(s), {Day(same.Key.By, today).En}, not reached or without a figure: {string.Join("; ", same.Select(one => one.Label.En))}.",
                    same.Key.ClauseId,
                    Board(pack, same.Key.By.Year),
                    today,
                    now,
                    Leaders)
                : null)
            .OfType<Notification>();

    /// <summary>HB-03: a phase of the plan comes to its end; once it is over nothing of it is late.</summary>
    public static IEnumerable<Notification> Phases(PolicyPack pack, DateOnly today, DateTime now) =>
        pack.Phases.Select(phase => ReminderDays.StageOn(phase.Until, today) is < 0 and var stage
                ? Notice(
                    pack,
                    $"phase-ends:{pack.Programme}:{phase.Name}:{phase.Until:yyyyMMdd}:{stage}",
                    "phase-ends",
                    $"实施阶段“{phase.Label.Zh}”{Day(phase.Until, today).Zh}。",
                    $"The phase '{phase.Label.En}' is {Day(phase.Until, today).En}.",
                    phase.Citation.ClauseId,
                    Board(pack, phase.Until.Year),
                    today,
                    now,
                    Leaders)
                : null)
            .OfType<Notification>();

    private static string? MilestoneKey(PolicyPack pack, string clause, DateOnly by, DateOnly today) =>
        ReminderDays.StageOn(by, today) is { } stage ? $"milestones-due:{pack.Programme}:{clause}:{by:yyyyMMdd}:{stage}" : null;

    // An account that nobody looks at must not keep a late duty from everybody else.
    private static IEnumerable<Recipient> Recipients(OpenDuty one, DateOnly today) => one.Duty?.PersonSubject is not { } person
        ? [new Recipient(null, one.District)]
        : today > one.DueOn ? [new Recipient(person, null), new Recipient(null, one.District)] : [new Recipient(person, null)];

    private static Notification Notice(PolicyPack pack, IReadOnlyList<OpenDuty> same, Recipient to, DateOnly today, DateTime now)
    {
        var (person, district) = to;
        var (first, stage) = (same[0], ReminderDays.StageOn(same[0].DueOn, today));
        var (zh, en) = Day(first.DueOn, today);
        return Notice(
            pack,
            $"duty-due:{pack.Programme}:{first.Task.Name}:{first.Year}:{first.DueOn:yyyyMMdd}:{stage}:{(person is null ? district ?? "city" : $"person/{person}")}",
            stage < 0 ? "duty-due" : "duty-overdue",
            $"任务“{first.Task.Label.Zh}”（{string.Join('、', same.Select(one => one.Duty?.Person is { } who ? $"{one.Unit} {who}" : one.Unit))}）{zh}，尚未报告完成。",
            $"'{first.Task.Label.En}' ({string.Join("; ", same.Select(one => one.Duty?.Person is { } who ? $"{UnitOf(pack, one)}, {who}" : UnitOf(pack, one)))}), {en}, is not reported as done.",
            first.Task.Citation.ClauseId,
            same is [{ Duty: { } only }] ? $"/task-duties/{only.Id}" : Board(pack, first.DueOn.Year),
            today,
            now,
            person is not null ? [] : [district is null ? Roles.CityReviewer : Roles.DistrictReviewer],
            district,
            person);
    }

    private static Notification Late(PolicyPack pack, IReadOnlyList<OpenDuty> late, DateOnly dueOn, DateOnly today, DateTime now) => Notice(
        pack,
        $"duties-late:{pack.Programme}:{dueOn:yyyyMMdd}:{ReminderDays.StageOn(dueOn, today)}",
        "duties-late",
        $"{dueOn:yyyy-MM-dd} 到期的任务，各地区责任单位尚有 {late.Count} 项未报告完成。",
        $"Of the tasks due on {dueOn:yyyy-MM-dd}, {late.Count} part(s) of the districts' units are not reported as done.",
        late[0].Task.Citation.ClauseId,
        $"{Board(pack, dueOn.Year)}&status=late",
        today,
        now,
        [Roles.CityReviewer]);

    private static Notification Notice(
        PolicyPack pack,
        string key,
        string kind,
        string zh,
        string en,
        string clause,
        string link,
        DateOnly today,
        DateTime now,
        IReadOnlyList<string> roles,
        string? district = null,
        string? person = null) => new()
        {
            Key = key,
            Jurisdiction = pack.Jurisdiction,
            District = district,
            Roles = roles,
            Subject = person,
            Kind = kind,
            Topic = NoticeTopic.Deadlines,
            Zh = zh,
            En = en,
            Clause = clause,
            Link = link,
            Day = today,
            At = now,
        };

    private static (string Zh, string En) Day(DateOnly dueOn, DateOnly today)
    {
        var left = dueOn.DayNumber - today.DayNumber;
        return left >= 0
            ? ($"应于 {dueOn:yyyy-MM-dd} 前（含当日）完成，还有 {left} 天", $"due on {dueOn:yyyy-MM-dd}, {left} day(s) left")
            : ($"应于 {dueOn:yyyy-MM-dd} 前完成，已逾期 {-left} 天", $"due on {dueOn:yyyy-MM-dd}, {-left} day(s) late");
    }

    private static string Board(PolicyPack pack, int year) => $"/tasks?programme={pack.Programme}&year={year}";

    private static string UnitOf(PolicyPack pack, OpenDuty one) => pack.Units.FirstOrDefault(unit => unit.Label.Zh == one.Unit)?.Label.En ?? one.Unit;
}
