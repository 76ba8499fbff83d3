using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Packs;
using ServiceDefaults.AccessLog;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Tasks;

/// <summary>A unit's part in a task is given to a person, with a timetable (责任落实到人, HB-29).</summary>
internal static class NameDuty
{
    private const int LongestName = 100;

    /// <summary>Who does it, and from when until when.</summary>
    /// <param name="Programme">The programme.</param>
    /// <param name="Task">The task.</param>
    /// <param name="Unit">The unit, as the document names it.</param>
    /// <param name="Year">The year of what recurs; otherwise it does not matter.</param>
    /// <param name="Person">The person.</param>
    /// <param name="Post">The person's post.</param>
    /// <param name="From">The first day.</param>
    /// <param name="Until">The last day; not after the document's.</param>
    /// <param name="PersonSubject">
    /// The person's account, where it has one that was here before: reminders then go to it, otherwise to the unit's science bureau.
    /// </param>
    internal sealed record Request(
        string Programme, string Task, string Unit, int Year, string Person, string Post, DateOnly From, DateOnly Until, string? PersonSubject = null);

    public static void Map(IEndpointRouteBuilder duties) => duties
        .MapPut("/", HandleAsync)
        .RequireRoles(TaskRoutes.Reporters)
        .WithSummary("Names the person and the timetable of a unit's part in a task; If-Match \"0\" where there is none yet");

    /// <summary>The duty with its person and timetable, or why not.</summary>
    public static Outcome<TaskDuty> Decide(Request request, PolicyPack pack, TaskDuty? known, Caller caller, DateTime now)
    {
        if (pack.Tasks.FirstOrDefault(one => one.Name == request.Task) is not { } task || !task.Units.Contains(request.Unit))
        {
            return Refusal.NotFound("task", request.Task, "任务");
        }

        var district = TaskBoard.DistrictOf(pack, request.Unit);
        if ((CheckCaller(caller, district, task) ?? CheckTexts(request) ?? CheckDays(request, task, pack, BusinessClock.DayOf(now)) ?? CheckOpen(known, task)
            ?? CheckTimetable(known, request, task, caller, BusinessClock.DayOf(now))) is { } refusal)
        {
            return refusal;
        }

        var duty = known ?? new TaskDuty
        {
            Id = Guid.CreateVersion7(),
            Jurisdiction = pack.Jurisdiction,
            Programme = pack.Programme,
            Task = task.Name,
            Unit = request.Unit,
            Year = TaskBoard.YearOf(task, request.Year),
        };
        (duty.Person, duty.Post, duty.From, duty.Until) = (request.Person.Trim(), request.Post.Trim(), request.From, request.Until);
        duty.PersonSubject = string.IsNullOrWhiteSpace(request.PersonSubject) ? null : request.PersonSubject.Trim();
        duty.Entries.Add(TaskEntry.Of(
            duty, TaskEntry.Named, $"{duty.Person}（{duty.Post}） {request.From:yyyy-MM-dd} — {request.Until:yyyy-MM-dd}", null, BusinessClock.DayOf(now), caller, now));
        return duty;
    }

    /// <summary>The refusal of somebody who does not report for the unit; null where the caller does.</summary>
    public static Refusal? CheckCaller(Caller caller, string? district, PolicyTask task) => TaskBoard.MayReport(caller, district)
        ? null
        : Refusal.Forbidden(
            task.Citation.ClauseId,
            "只能办理本地区责任单位的任务。",
            "A district names persons and reports for its own unit alone.");

    /// <summary>The refusal of a change to what the city has confirmed; null where it has not.</summary>
    public static Refusal? CheckOpen(TaskDuty? duty, PolicyTask task) => duty?.ConfirmedOn is { } confirmedOn
        ? Refusal.Conflict("duty-done", task.Citation.ClauseId, $"该任务已于 {confirmedOn:yyyy-MM-dd} 确认完成，不能再修改。", $"It was confirmed as done on {confirmedOn:yyyy-MM-dd}; nothing changes any more.")
            .With("confirmedOn", confirmedOn)
        : null;

    // HB-29: a timetable is what a unit is held to. Nobody moves it for himself after its day, nor what a reported completion is held against.
    private static Refusal? CheckTimetable(TaskDuty? known, Request request, PolicyTask task, Caller caller, DateOnly today)
    {
        if (known?.Until is not { } until || (request.From, request.Until) == (known.From, until))
        {
            return null;
        }

        if (known.CompletedOn is { } completedOn)
        {
            return Refusal.Conflict(
                "completion-reported",
                task.Citation.ClauseId,
                $"已报告于 {completedOn:yyyy-MM-dd} 完成，时间安排不能再修改；如需修改，请由市级退回。",
                $"It is reported as done on {completedOn:yyyy-MM-dd}; its timetable changes no more unless the city gives it back.").With("completedOn", completedOn);
        }

        return today > until && request.Until > until && !caller.Is(Roles.CityReviewer)
            ? Refusal.Conflict(
                "deadline-passed",
                task.Citation.ClauseId,
                $"完成期限 {until:yyyy-MM-dd} 已过，只能由市级部门延长。",
                $"Its last day, {until:yyyy-MM-dd}, has passed; the city alone gives it longer.").With("until", until).With("today", today)
            : null;
    }

    private static Refusal? CheckTexts(Request request) =>
        request.Person.Trim().Length is 0 or > LongestName
            ? Refusal.BadInput("person", request.Person.Length, $"请填写责任人姓名，不超过 {LongestName} 字。", $"Name the responsible person, in at most {LongestName} characters.")
        : request.Post.Trim().Length is 0 or > LongestName
            ? Refusal.BadInput("post", request.Post.Length, $"请填写责任人职务，不超过 {LongestName} 字。", $"Give the person's post, in at most {LongestName} characters.")
        : request.PersonSubject?.Trim().Length > LongestName
            ? Refusal.BadInput("personSubject", request.PersonSubject.Length, $"责任人账号不超过 {LongestName} 个字符。", $"An account has at most {LongestName} characters.")
        : null;

    private static Refusal? CheckDays(Request request, PolicyTask task, PolicyPack pack, DateOnly today)
    {
        var years = ReadBoard.YearsOf(pack, today);
        if (task.Every is not null && !years.Contains(request.Year))
        {
            return Refusal.BadInput("year", request.Year, $"年度应在 {years[0]} 至 {years[^1]} 之间。", $"The year is one from {years[0]} to {years[^1]}.");
        }

        if (request.Until < request.From)
        {
            return Refusal.BadInput("until", request.Until, "完成期限不能早于开始日期。", "The last day is not before the first.").With("from", request.From);
        }

        // HB-14: a timetable may be tighter than the document, never wider; where the document names no day, its plan's last one ends it (P-6).
        return (DutyStatuses.DueOn(task, null, request.Year) ?? pack.Until) is { } due && request.Until > due
            ? Refusal.Conflict("after-the-deadline", task.Citation.ClauseId, $"完成期限不能晚于文件规定的 {due:yyyy-MM-dd}。", $"The document's last day is {due:yyyy-MM-dd}; a timetable ends by then.")
                .With("dueOn", due).With("until", request.Until)
            : null;
    }

    // HB-29: the account alone is reminded until the last day; one that reads nothing of this bureau would keep the duty from everybody.
    private static async Task<Refusal?> CheckAccountAsync(ReportingDb db, TaskDuty duty, Caller caller, CancellationToken cancellationToken) =>
        duty.PersonSubject is not { } account || account == caller.Subject || await db.HasSeenAsync(account, duty.Jurisdiction, cancellationToken)
            ? null
            : Refusal.BadInput(
                "personSubject",
                account,
                "该账号没有以本地区人员身份登录过本平台，提醒无法送达。请核对账号，或者请本人先登录一次；也可以留空，由责任单位的科技部门接收提醒。",
                "This account has never been here as one of this bureau's jurisdiction, so that no reminder would reach it. Check it, or have its holder sign in once; or leave it empty, and the unit's science bureau is reminded.");

    private static async Task<Answer<DutyView>> HandleAsync(
        Request request, IfMatch seen, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<DutyView>(
            async ct =>
            {
                if (!(await packs.RulingForAsync(request.Programme, caller, clock.Today, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var task = pack.Tasks.FirstOrDefault(one => one.Name == request.Task);
                var year = task is null ? TaskDuty.Once : TaskBoard.YearOf(task, request.Year);
                var known = await db.TaskDuties.SingleOrDefaultAsync(
                    d => d.Jurisdiction == pack.Jurisdiction && d.Programme == pack.Programme && d.Task == request.Task && d.Unit == request.Unit && d.Year == year, ct);
                if (seen.Version != (known?.Version ?? 0))
                {
                    return seen.Stale(known?.Version ?? 0);
                }

                if (known is not null && await DutyDesk.CheckEntriesAsync(db, known.Id, ct) is { } full)
                {
                    return full;
                }

                var before = known?.PersonSubject;
                if (!Decide(request, pack, known, caller, clock.UtcNow).Accepted(out var duty, out var refusal))
                {
                    return refusal;
                }

                if (duty.PersonSubject != before && await CheckAccountAsync(db, duty, caller, ct) is { } unseen)
                {
                    return unseen;
                }

                if (known is null)
                {
                    db.Add(duty);
                }
                else
                {
                    db.AddRange(duty.Entries);
                }

                await db.SaveChangesAsync(ct);
                return TaskBoard.DutyOf(task!, duty.Unit, duty, pack, request.Year, caller, clock.Today, pack.IsOn(TaskBoard.PersonFlag, clock.Today));
            },
            cancellationToken);
        return outcome.ToHttp();
    }
}
