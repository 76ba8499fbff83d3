using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Data;
using Registry.Registers;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Meetings;

/// <summary>Another person than those who wrote the minutes confirms them: from then on what was carried is a resolution (SD-03, P-5).</summary>
internal static class ConfirmMinutes
{
    public static async Task<Answer<MeetingView>> HandleAsync(
        Guid id, IfMatch seen, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<MeetingView>(
            async ct =>
            {
                if (!(await db.TakeMeetingAsync(id, seen, caller, ct)).Accepted(out var meeting, out var missing))
                {
                    return missing;
                }

                var ids = meeting.Motions.Select(motion => motion.SubjectId).ToList();
                var applications = await db.Applications.AsNoTracking()
                    .Include(a => a.Steps.Where(step => step.Kind == StepKind.Recommended))
                    .Where(a => ids.Contains(a.Id))
                    .ToListAsync(ct);
                var entries = await db.RegisterEntries.AsNoTracking().Where(e => ids.Contains(e.Id)).ToListAsync(ct);
                if (Decide(meeting, applications, entries, caller, clock.UtcNow) is { } refused)
                {
                    return refused;
                }

                if (await db.TakeOfficeAsync(applications.Select(a => a.Id), Office.Decider, caller, meeting.Clause, ct) is { } second)
                {
                    return second;
                }

                await db.SaveChangesAsync(ct);
                return MeetingView.Of(meeting);
            },
            cancellationToken);
        return outcome.ToHttp();
    }

    /// <summary>Confirms them; the refusal where this person may not, or there is nothing to confirm.</summary>
    public static Refusal? Decide(Meeting meeting, IEnumerable<Application> applications, IEnumerable<RegisterEntry> entries, Caller caller, DateTime now)
    {
        if (meeting.CheckOpen() is { } closed)
        {
            return closed;
        }

        if (meeting.WrittenBy.Any(caller.Counts))
        {
            return new Refusal(
                    RefusalKind.Forbidden, "recorder-confirms", meeting.Clause, "记录纪要的人不得确认同一纪要，请由另一人确认。", "Whoever wrote the minutes does not confirm them; another person must.")
                .With("meetingId", meeting.Id);
        }

        if (meeting.Motions.Count == 0)
        {
            return Refusal.Conflict("no-motions", meeting.Clause, "纪要中还没有议题，不能确认。", "There is no motion in these minutes yet, so there is nothing to confirm.")
                .With("meetingId", meeting.Id);
        }

        var refused = applications
            .Select(application => new MotionSubject("", new Parties()) { Application = application })
            .Concat(entries.Select(entry => new MotionSubject("", new Parties()) { Entry = entry }))
            .Select(subject => subject.CheckSeparation(caller, meeting.Clause))
            .FirstOrDefault(refusal => refusal is not null);
        if (refused is null)
        {
            (meeting.Status, meeting.ConfirmedAt) = (MeetingStatus.Confirmed, now);
            (meeting.ConfirmedBySubject, meeting.ConfirmedByName) = (caller.Subject, caller.SignedName());
        }

        return refused;
    }
}
