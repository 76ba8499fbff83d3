using Contracts.Refusals;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Tasks;

/// <summary>A unit reports its part as done; it counts once the city confirms it.</summary>
internal static class CompleteDuty
{
    private const int FullPercent = 100;

    /// <summary>What was done, and when.</summary>
    internal sealed record Request(string Text, DateOnly CompletedOn);

    public static void Map(IEndpointRouteBuilder duties) => duties
        .MapPost("/{id:guid}/complete", async (Guid id, Request request, IfMatch seen, DutyDesk desk, BusinessClock clock, HttpContext http, CancellationToken cancellationToken) =>
            (await desk.ChangeAsync(id, seen, http.Caller(), opened => Decide(opened, request, http.Caller(), clock.UtcNow), cancellationToken)).ToHttp())
        .RequireRoles(TaskRoutes.Reporters)
        .WithSummary("Reports a unit's part in a task as done, to be confirmed by the city");

    /// <summary>The entry, or why not.</summary>
    public static Outcome<TaskEntry> Decide(DutyDesk.Opened opened, Request request, Caller caller, DateTime now)
    {
        var (duty, task, district, _, _) = opened;
        if ((NameDuty.CheckCaller(caller, district, task) ?? NameDuty.CheckOpen(duty, task) ?? ReportProgress.CheckReport(request.Text, request.CompletedOn, BusinessClock.DayOf(now))) is { } refusal)
        {
            return refusal;
        }

        if (duty.CompletedOn is { } known)
        {
            return Refusal.Conflict("completion-reported", task.Citation.ClauseId, $"已报告于 {known:yyyy-MM-dd} 完成，等待确认。", $"It is reported as done on {known:yyyy-MM-dd} and waits to be confirmed.")
                .With("completedOn", known);
        }

        (duty.CompletedOn, duty.CompletedBy) = (request.CompletedOn, caller.Hands());
        (duty.Percent, duty.BegunOn) = (FullPercent, ReportProgress.Earlier(duty.BegunOn, request.CompletedOn));
        return TaskEntry.Of(duty, TaskEntry.Completed, request.Text.Trim(), FullPercent, request.CompletedOn, caller, now);
    }
}
