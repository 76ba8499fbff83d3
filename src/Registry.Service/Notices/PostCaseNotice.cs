using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Calendars;
using Registry.Applications;
using Registry.Calendars;
using Registry.CaseDecisions;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Notices;

/// <summary>The city posts the body of a case-by-case decision, where the bureau has decided that such cases are posted (EO-07).</summary>
internal static class PostCaseNotice
{
    public const string CaseDecisionNotice = "case-decision-notice";

    internal sealed record CaseNoticeRequest(string DocumentNumber, DateOnly PostedOn);

    public static async Task<CreatedAnswer<NoticeView>> HandleAsync(
        Guid id, CaseNoticeRequest request, HttpContext http, RegistryDb db, PackShelf packs, CalendarShelf calendars, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<Notice>(
            async ct =>
            {
                var decision = await db.CaseDecisions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.Jurisdiction == caller.Jurisdiction, ct);
                if (decision is null)
                {
                    return ReadCaseDecisions.NotFound(id);
                }

                if (!(await packs.RulingAsync(decision.Programme, clock.Today, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var waiting = await db.Applications.Include(a => a.Steps)
                    .Where(a => a.Programme == decision.Programme && a.Jurisdiction == decision.Jurisdiction && a.Status == ApplicationStatus.Recommended)
                    .Where(a => a.Organisation == decision.SubjectCode || a.CentreCode == decision.SubjectCode)
                    .OrderBy(a => a.Id)
                    .ToListAsync(ct);
                var taken = await db.Notices.AnyAsync(n => n.Jurisdiction == caller.Jurisdiction && n.DocumentNumber == request.DocumentNumber.Trim(), ct);
                var decided = Decide(request, decision, waiting, taken, pack, await calendars.OpenAsync(ct), caller, clock.UtcNow);
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

    public static Outcome<Notice> Decide(
        CaseNoticeRequest request,
        CaseDecision decision,
        IReadOnlyList<Application> waiting,
        bool numberTaken,
        PolicyPack pack,
        CalendarLibrary calendars,
        Caller caller,
        DateTime now)
    {
        // Of all that waits of this body, that which the decision is about: another of its applications may be on its way to a review.
        var application = waiting.LastOrDefault(one => one.RouteUnder(pack)?.Takes(Route.CaseDecision) == true);
        var (today, clause) = (BusinessClock.DayOf(now), pack.ClauseOf(Procedure.Notice));
        var refused = CheckAsked(decision, application, pack, today)
            ?? Documents.Check(request.DocumentNumber, "postedOn", request.PostedOn, today, clause)
            ?? PostNotice.CheckDay(request.PostedOn, today, clause)
            ?? (numberTaken ? Documents.Taken(request.DocumentNumber, clause, "公示", "notice") : null)
            ?? application!.CheckSeparation(caller, clause)
            ?? application!.CheckSecondPerson(caller, clause);
        if (refused is not null)
        {
            return refused;
        }

        var days = pack.WorkingDays(PostNotice.WorkingDays, request.PostedOn).Value;
        return NoticeTerm.Of(calendars, request.PostedOn, days).Accepted(out var term, out var missing)
            ? PostNotice.Post([application!], selectionId: null, request.DocumentNumber, request.PostedOn, term, pack, caller, now)
            : missing;
    }

    private static Refusal? CheckAsked(CaseDecision decision, Application? application, PolicyPack pack, DateOnly today)
    {
        if (!pack.Says(CaseDecisionNotice, today))
        {
            return Refusal.Conflict("no-public-notice", decision.Clause, "该项目的一事一议无需公示。", "The cases of this programme are not posted.").With("programme", pack.Programme);
        }

        if (decision.Status != CaseDecisionStatus.Confirmed)
        {
            return Refusal.Conflict("case-decision-unconfirmed", decision.Clause, "该决定尚未由另一人确认。", "Another person has not confirmed the decision yet.");
        }

        return application is not null
            ? null
            : Refusal.Conflict("nothing-to-post", decision.Clause, "没有该单位已推荐、待公示的申请。", "There is no recommended application of this body that waits for its notice.")
                .With("subjectCode", decision.SubjectCode);
    }
}
