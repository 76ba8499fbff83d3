using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;

namespace Registry.Meetings;

/// <summary>What the leading group has resolved on one subject (SD-03), by minutes that another person confirmed.</summary>
/// <param name="Id">The motion's ID.</param>
/// <param name="SubjectId">The application, entry or institution.</param>
/// <param name="MeetingId">The meeting.</param>
/// <param name="DocumentNumber">Number of the minutes.</param>
/// <param name="HeldOn">Day of the meeting: what rests on the resolution is not dated before it.</param>
/// <param name="RecordedBySubject">Who put the motion into the minutes.</param>
/// <param name="ConfirmedBySubject">Who confirmed them.</param>
internal sealed record Resolution(
    Guid Id, Guid SubjectId, Guid MeetingId, string DocumentNumber, DateOnly HeldOn, string RecordedBySubject, string ConfirmedBySubject);

/// <summary>Finds the resolution that something rests on.</summary>
internal static class Resolutions
{
    /// <summary>
    /// The resolution that carries a motion on this subject; refused where there is none in the jurisdiction, where it is about another
    /// subject, was lost, or stands in minutes that are not confirmed.
    /// </summary>
    public static async Task<Outcome<Resolution>> FindResolutionAsync(
        this RegistryDb db, Guid subjectId, Guid resolutionId, string? jurisdiction, CancellationToken cancellationToken)
    {
        var found = await db.Meetings.AsNoTracking()
            .Where(meeting => meeting.Jurisdiction == jurisdiction)
            .SelectMany(meeting => meeting.Motions.Where(motion => motion.Id == resolutionId), (meeting, motion) => new { meeting, motion })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? Refusal.NotFound("resolution", resolutionId, "会议决议") : Decide(found.meeting, found.motion, subjectId);
    }

    /// <summary>The motion as a resolution on this subject.</summary>
    public static Outcome<Resolution> Decide(Meeting meeting, Motion motion, Guid subjectId)
    {
        if (motion.SubjectId != subjectId)
        {
            return Refused("other-subject", $"该决议审议的是“{motion.Title}”,不是本事项。", $"This resolution is about '{motion.Title}', not about this.");
        }

        if (meeting.Status != MeetingStatus.Confirmed)
        {
            return Refused("minutes-unconfirmed", "会议纪要尚未由另一人确认,决议不能作为依据。", "The minutes are not confirmed by another person yet; nothing can rest on them.");
        }

        return motion.Adopted
            ? new Resolution(motion.Id, subjectId, meeting.Id, meeting.DocumentNumber, meeting.HeldOn, motion.RecordedBySubject, meeting.ConfirmedBySubject!)
            : Refused("motion-lost", "该事项未获会议通过。", "The motion was lost.");

        Refusal Refused(string code, string zh, string en) => Refusal.Conflict(code, meeting.Clause, zh, en)
            .With("meeting", meeting.DocumentNumber).With("motion", motion.Number).With("resolutionId", motion.Id);
    }
}
