using Policies;
using Reporting.Notifications;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;

namespace Reporting.Tasks;

/// <summary>Who is told of a step: the city of what waits for it, the unit's science bureau of what comes back. Pure.</summary>
internal static class DutyNotices
{
    /// <summary>The notices of an entry; none where nobody has to do anything.</summary>
    public static IReadOnlyCollection<Notification> Of(TaskDuty duty, TaskEntry entry, PolicyTask task, string? district)
    {
        var (zh, en) = ($"{task.Label.Zh}（{duty.Unit}）", $"{task.Label.En} ({duty.Unit})");
        return entry.What switch
        {
            TaskEntry.Completed => [Notice(duty, entry, task, null, $"{zh}报告完成，待确认。", $"{en} is reported as done and waits to be confirmed.")],
            TaskEntry.Returned => [Notice(duty, entry, task, district, $"{zh}的完成报告被退回：{Cut(entry.Text)}", $"The reported completion of {en} came back: {Cut(entry.Text)}")],
            _ => [],
        };
    }

    private static Notification Notice(TaskDuty duty, TaskEntry entry, PolicyTask task, string? district, string zh, string en) => new()
    {
        Key = $"task-duty:{entry.Id:N}",
        Jurisdiction = duty.Jurisdiction,
        District = district,
        Roles = [district is null ? Roles.CityReviewer : Roles.DistrictReviewer],
        Kind = $"task-{entry.What}",
        Topic = entry.What == TaskEntry.Completed ? NoticeTopic.Confirmations : NoticeTopic.Work,
        Zh = zh,
        En = en,
        Clause = task.Citation.ClauseId,
        Link = $"/task-duties/{duty.Id}",
        Day = BusinessClock.DayOf(entry.At),
        At = entry.At,
    };

    private static string Cut(string text) => text.Length <= 200 ? text : $"{text[..200]}…";
}
