using Contracts.Refusals;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Tasks;

/// <summary>A unit's progress is reported (HB-02).</summary>
internal static class ReportProgress
{
    private const int LongestText = 5000;
    private const int FullPercent = 100;

    /// <summary>How far it has come.</summary>
    /// <param name="Text">What was done.</param>
    /// <param name="Percent">How far it has come, 0–100; null = not said.</param>
    /// <param name="Day">The day that it is about.</param>
    internal sealed record Request(string Text, int? Percent, DateOnly Day);

    public static void Map(IEndpointRouteBuilder duties) => duties
        .MapPost("/{id:guid}/progress", async (Guid id, Request request, IfMatch seen, DutyDesk desk, BusinessClock clock, HttpContext http, CancellationToken cancellationToken) =>
            (await desk.ChangeAsync(id, seen, http.Caller(), opened => Decide(opened, request, http.Caller(), clock.UtcNow), cancellationToken)).ToHttp())
        .RequireRoles(TaskRoutes.Reporters)
        .WithSummary("Reports a unit's progress in a task");

    /// <summary>The entry, or why not.</summary>
    public static Outcome<TaskEntry> Decide(DutyDesk.Opened opened, Request request, Caller caller, DateTime now)
    {
        var (duty, task, district, _, _) = opened;
        if ((NameDuty.CheckCaller(caller, district, task) ?? NameDuty.CheckOpen(duty, task) ?? CheckReport(request.Text, request.Day, BusinessClock.DayOf(now))) is { } refusal)
        {
            return refusal;
        }

        if (request.Percent is < 0 or > FullPercent)
        {
            return Refusal.BadInput("percent", request.Percent, "完成进度应为 0 至 100 的整数。", "Progress is a whole number from 0 to 100.");
        }

        (duty.Percent, duty.BegunOn) = (request.Percent ?? duty.Percent, Earlier(duty.BegunOn, request.Day));
        return TaskEntry.Of(duty, TaskEntry.Progress, request.Text.Trim(), request.Percent, request.Day, caller, now);
    }

    /// <summary>What is wrong with a report; null where nothing is.</summary>
    public static Refusal? CheckReport(string text, DateOnly day, DateOnly today) =>
        text.Trim().Length is 0 or > LongestText
            ? Refusal.BadInput("text", text.Length, $"请填写进展情况，不超过 {LongestText} 字。", $"Tell what was done, in at most {LongestText} characters.")
        : day > today
            ? Refusal.BadInput("day", day, $"日期不能晚于今天（{today:yyyy-MM-dd}）。", $"The day is not after today, {today:yyyy-MM-dd}.")
        : null;

    /// <summary>The earlier of two days.</summary>
    public static DateOnly Earlier(DateOnly? known, DateOnly day) => known < day ? known.Value : day;
}
