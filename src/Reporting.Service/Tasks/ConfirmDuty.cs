using Contracts.Refusals;
using Policies;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Tasks;

/// <summary>The city confirms that a unit's part is done, or gives it back. Who reported it does neither (P-5).</summary>
internal static class ConfirmDuty
{
    private const int LongestReason = 2000;

    /// <summary>Why it is given back.</summary>
    internal sealed record ReturnRequest(string Reason);

    public static void Map(IEndpointRouteBuilder duties)
    {
        duties.MapPost("/{id:guid}/confirm", async (Guid id, IfMatch seen, DutyDesk desk, BusinessClock clock, HttpContext http, CancellationToken cancellationToken) =>
                (await desk.ChangeAsync(id, seen, http.Caller(), opened => Decide(opened, http.Caller(), clock.UtcNow), cancellationToken)).ToHttp())
            .RequireRoles(Roles.CityReviewer)
            .WithSummary("Confirms that a unit's part in a task is done");
        duties.MapPost("/{id:guid}/return", async (Guid id, ReturnRequest request, IfMatch seen, DutyDesk desk, BusinessClock clock, HttpContext http, CancellationToken cancellationToken) =>
                (await desk.ChangeAsync(id, seen, http.Caller(), opened => DecideReturn(opened, request, http.Caller(), clock.UtcNow), cancellationToken)).ToHttp())
            .RequireRoles(Roles.CityReviewer)
            .WithSummary("Gives a reported completion back to the unit");
    }

    /// <summary>The confirmation, or why not.</summary>
    public static Outcome<TaskEntry> Decide(DutyDesk.Opened opened, Caller caller, DateTime now)
    {
        var (duty, task, _, evidence, _) = opened;
        if (CheckWaiting(duty, task, caller) is { } refusal)
        {
            return refusal;
        }

        if (evidence == 0)
        {
            return Refusal.Conflict(
                "no-evidence",
                task.Citation.ClauseId,
                "尚无佐证材料，不能确认完成；请责任单位上传后再确认，或者退回。",
                "Nothing proves it yet: the unit adds its evidence first, or it is given back.");
        }

        duty.ConfirmedOn = BusinessClock.DayOf(now);
        return TaskEntry.Of(duty, TaskEntry.Confirmed, "", null, BusinessClock.DayOf(now), caller, now);
    }

    /// <summary>The return, or why not.</summary>
    public static Outcome<TaskEntry> DecideReturn(DutyDesk.Opened opened, ReturnRequest request, Caller caller, DateTime now)
    {
        var (duty, task, _, _, percent) = opened;
        if (CheckWaiting(duty, task, caller) is { } refusal)
        {
            return refusal;
        }

        if (request.Reason.Trim().Length is 0 or > LongestReason)
        {
            return Refusal.BadInput("reason", request.Reason.Length, $"请写明退回理由，不超过 {LongestReason} 字。", $"Tell why, in at most {LongestReason} characters.");
        }

        (duty.CompletedOn, duty.CompletedBy, duty.Percent) = (null, null, percent);
        return TaskEntry.Of(duty, TaskEntry.Returned, request.Reason.Trim(), null, BusinessClock.DayOf(now), caller, now);
    }

    private static Refusal? CheckWaiting(TaskDuty duty, PolicyTask task, Caller caller) =>
        duty is not { CompletedOn: not null, ConfirmedOn: null }
            ? Refusal.Conflict("nothing-to-confirm", task.Citation.ClauseId, "没有待确认的完成报告。", "No reported completion waits to be confirmed.")
        : caller.Counts(duty.CompletedBy)
            ? Refusal.Forbidden("P-5", "完成情况由您报告，须由另一人确认。", "You reported it as done; another person confirms it.")
        : null;
}
