using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Meetings;

/// <summary>What every change of the minutes has in common: under the version that the caller saw, and only before they are confirmed.</summary>
internal static class MeetingDesk
{
    /// <summary>There is no such meeting for this caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("meeting", id, "会议纪要");

    /// <summary>The meeting with its motions.</summary>
    public static async Task<Outcome<Meeting>> TakeMeetingAsync(this RegistryDb db, Guid id, IfMatch seen, Caller caller, CancellationToken cancellationToken)
    {
        var meeting = await db.Meetings.Include(m => m.Motions).SingleOrDefaultAsync(m => m.Id == id && m.Jurisdiction == caller.Jurisdiction, cancellationToken);
        return meeting is null ? NotFound(id) : seen.Check(meeting) is { } stale ? stale : meeting;
    }

    /// <summary>What has been confirmed is not written in any more; null where the minutes are open.</summary>
    public static Refusal? CheckOpen(this Meeting meeting) =>
        meeting.Status == MeetingStatus.Recorded
            ? null
            : Refusal.Conflict("minutes-confirmed", meeting.Clause, "会议纪要已确认，不能更改。", "The minutes are confirmed and do not change any more.")
                .With("meetingId", meeting.Id).With("confirmedBy", meeting.ConfirmedByName);
}
