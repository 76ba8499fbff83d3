using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Calendars;
using Registry.Applications;
using Registry.Calendars;
using Registry.Data;
using Registry.Packs;
using Registry.Selections;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Notices;

/// <summary>The city posts the list that it decided: without a recorded decision nothing is posted (ZS-26), and it runs the working days that ZS-16 names.</summary>
internal static class PostNotice
{
    public const string WorkingDays = "notice-working-days";

    internal sealed record NoticeRequest(Guid SelectionId, string DocumentNumber, DateOnly PostedOn);

    public static async Task<CreatedAnswer<NoticeView>> HandleAsync(
        NoticeRequest request, HttpContext http, RegistryDb db, PackShelf packs, CalendarShelf calendars, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<Notice>(
            async ct =>
            {
                var selection = await db.Selections.AsNoTracking()
                    .Include(s => s.Entries)
                    .SingleOrDefaultAsync(s => s.Id == request.SelectionId && s.Jurisdiction == caller.Jurisdiction, ct);
                if (selection is null)
                {
                    return Refusal.NotFound("selection", request.SelectionId, "综合评审");
                }

                if (!(await packs.RulingAsync(selection.Programme, clock.Today, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var ids = selection.Entries.Where(entry => entry.Outcome == EntryOutcome.Proposed).Select(entry => entry.ApplicationId).ToList();
                var proposed = await db.Applications.Where(a => ids.Contains(a.Id) && a.Status == ApplicationStatus.Proposed).ToListAsync(ct);
                var known = await db.Notices.AsNoTracking()
                    .Where(n => n.SelectionId == selection.Id || (n.Jurisdiction == caller.Jurisdiction && n.DocumentNumber == request.DocumentNumber.Trim()))
                    .Select(n => new KnownNotice(n.SelectionId, n.DocumentNumber))
                    .ToListAsync(ct);
                var matter = new Matter(selection, proposed, known, pack, await calendars.OpenAsync(ct));
                var decided = Decide(request, matter, caller, clock.UtcNow);
                if (decided.Accepted(out var notice, out _))
                {
                    db.Notices.Add(notice);
                }

                return decided;
            },
            cancellationToken);
        if (!outcome.Accepted(out var posted, out var refused))
        {
            return ((Outcome<NoticeView>)refused).ToCreated(_ => "");
        }

        Outcome<NoticeView> view = await ReadNotices.ViewAsync(posted, db, packs, clock, cancellationToken);
        return view.ToCreated(v => $"/api/registry/notices/{v.Id}");
    }

    /// <summary>What a posting is decided from: the selection, its applications that are proposed, and the notices of that selection or number.</summary>
    internal sealed record Matter(
        Selection Selection, IReadOnlyList<Application> Proposed, IReadOnlyList<KnownNotice> Known, PolicyPack Pack, CalendarLibrary Calendars);

    /// <summary>A notice that is there already.</summary>
    internal sealed record KnownNotice(Guid? SelectionId, string DocumentNumber);

    public static Outcome<Notice> Decide(NoticeRequest request, Matter matter, Caller caller, DateTime now)
    {
        var today = BusinessClock.DayOf(now);
        var clause = matter.Pack.ClauseOf(Procedure.Notice);
        var refused = CheckDecided(matter, clause)
            ?? Documents.Check(request.DocumentNumber, "postedOn", request.PostedOn, today, clause)
            ?? CheckDay(request.PostedOn, today, clause)
            ?? CheckOnce(request, matter, clause)
            ?? matter.Proposed.Select(application => application.CheckSeparation(caller, clause)).FirstOrDefault(separated => separated is not null);
        if (refused is not null)
        {
            return refused;
        }

        var days = matter.Pack.WorkingDays(WorkingDays, request.PostedOn).Value;
        var order = matter.Selection.Entries.ToDictionary(entry => entry.ApplicationId, entry => entry.Number);
        return NoticeTerm.Of(matter.Calendars, request.PostedOn, days).Accepted(out var term, out var missing)
            ? Post([.. matter.Proposed.OrderBy(application => order[application.Id])], matter.Selection.Id, request.DocumentNumber, request.PostedOn, term, matter.Pack, caller, now)
            : missing;
    }

    /// <summary>The notice of these applications, in their order, from today on.</summary>
    public static Notice Post(
        IReadOnlyList<Application> applications, Guid? selectionId, string documentNumber, DateOnly postedOn, NoticeTerm term, PolicyPack pack, Caller caller, DateTime now)
    {
        var notice = new Notice
        {
            Programme = pack.Programme,
            Jurisdiction = pack.Jurisdiction,
            SelectionId = selectionId,
            DocumentNumber = documentNumber.Trim(),
            PostedOn = postedOn,
            WorkingDays = [.. term.WorkingDays],
            LastDay = term.LastDay,
            ByTestCalendar = term.ByTestCalendar,
            Clause = pack.ClauseOf(Procedure.Notice),
            PostedAt = now,
            PostedBySubject = caller.Subject,
            PostedByName = caller.SignedName(),
        };
        foreach (var application in applications)
        {
            var step = application.Step(StepKind.Posted, caller, Roles.CityReviewer, notice.Clause, now);
            (step.DocumentNumber, step.DocumentDate) = (notice.DocumentNumber, notice.PostedOn);
            application.Apply(step);
            var facts = ApplicationFacts.Of(JsonElement.Parse(application.Answers), pack);
            notice.Applications.Add(PostedApplication.Of(application, facts, notice.Applications.Count + 1));
        }

        return notice;
    }

    // ZS-26: between the experts' list and the notice stands a recorded city decision.
    private static Refusal? CheckDecided(Matter matter, string clause)
    {
        if (matter.Pack.Step(Procedure.Notice) is null)
        {
            return Refusal.Conflict("no-public-notice", clause, "该项目没有“公示”这一环节。", "This programme has no public notice.").With("programme", matter.Pack.Programme);
        }

        if (matter.Selection.Status != SelectionStatus.Decided)
        {
            return Refusal.Conflict(
                    "not-decided", matter.Pack.ClauseOf(Procedure.Decision), $"建议名单尚未经{matter.Pack.Called(Roles.CityReviewer).Zh}审定，不得公示。", $"The {matter.Pack.Called(Roles.CityReviewer).En} has not decided on the proposal list; nothing is posted before that.")
                .With("selectionId", matter.Selection.Id)
                .With("status", matter.Selection.Status);
        }

        return matter.Proposed.Count == 0
            ? Refusal.Conflict("nothing-to-post", clause, "审定的名单上没有待公示的申请。", "There is nothing on the decided list that waits for its notice.").With("selectionId", matter.Selection.Id)
            : null;
    }

    // ZS-16: the public has its days in fact, so that a notice is neither posted back nor ahead.
    public static Refusal? CheckDay(DateOnly postedOn, DateOnly today, string clause) =>
        postedOn == today
            ? null
            : Refusal.Conflict("posted-not-today", clause, $"公示自发布之日起算，发布日期应为今天 {today:yyyy-MM-dd}。", $"A notice runs from the day on which it is posted, which is today, {today:yyyy-MM-dd}.")
                .With("postedOn", postedOn)
                .With("today", today);

    private static Refusal? CheckOnce(NoticeRequest request, Matter matter, string clause) =>
        matter.Known.Any(notice => notice.SelectionId == matter.Selection.Id)
            ? Refusal.Conflict("posted-already", clause, "该名单已经公示。", "This list has been posted already.").With("selectionId", matter.Selection.Id)
            : matter.Known.Count > 0
                ? Documents.Taken(request.DocumentNumber, clause, "公示", "notice")
                : null;
}
