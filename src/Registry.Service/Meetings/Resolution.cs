using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Registers;

namespace Registry.Meetings;

/// <summary>What the leading group has resolved on one subject (SD-03), by minutes that another person confirmed.</summary>
/// <param name="Id">The motion's ID.</param>
/// <param name="SubjectId">The application, entry or institution.</param>
/// <param name="Step">The step that an entry may take by it; null for anything else.</param>
/// <param name="MeetingId">The meeting.</param>
/// <param name="DocumentNumber">Number of the minutes.</param>
/// <param name="HeldOn">Day of the meeting: what rests on the resolution is not dated before it.</param>
internal sealed record Resolution(
    Guid Id, Guid SubjectId, string? Step, Guid MeetingId, string DocumentNumber, DateOnly HeldOn);

/// <summary>Finds the resolution that something rests on.</summary>
internal static class Resolutions
{
    /// <summary>
    /// The resolution that carries a motion on this subject, and on this step of it where it is an entry; refused where there is none in
    /// the jurisdiction, where it is about something else, was lost, stands in minutes that are not confirmed, served before, or was
    /// overtaken by a later meeting that voted otherwise.
    /// </summary>
    public static async Task<Outcome<Resolution>> FindResolutionAsync(
        this RegistryDb db, Guid subjectId, string? step, Guid resolutionId, string? jurisdiction, CancellationToken cancellationToken)
    {
        var found = await db.Meetings.AsNoTracking()
            .Where(meeting => meeting.Jurisdiction == jurisdiction)
            .SelectMany(meeting => meeting.Motions.Where(motion => motion.Id == resolutionId), (meeting, motion) => new { meeting, motion })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return Refusal.NotFound("resolution", resolutionId, "会议决议");
        }

        var served = await db.Set<RegisterStepTaken>().AnyAsync(taken => taken.ResolutionId == resolutionId, cancellationToken);
        var overtaken = await db.Meetings
            .Where(meeting => meeting.Jurisdiction == jurisdiction && meeting.Status == MeetingStatus.Confirmed && meeting.HeldOn > found.meeting.HeldOn)
            .SelectMany(meeting => meeting.Motions)
            .AnyAsync(motion => motion.SubjectId == subjectId && motion.Step == step && !motion.Adopted, cancellationToken);
        return Decide(found.meeting, found.motion, subjectId, step, served, overtaken);
    }

    /// <summary>
    /// The motion as a resolution on this subject; <paramref name="served"/>: whether something rests on it already;
    /// <paramref name="overtaken"/>: whether a later meeting voted the same down.
    /// </summary>
    public static Outcome<Resolution> Decide(Meeting meeting, Motion motion, Guid subjectId, string? step, bool served, bool overtaken)
    {
        if (motion.SubjectId != subjectId || (step is not null && motion.Step != step))
        {
            return Refused("other-subject", $"该决议审议的是“{motion.Title}”，不是本事项。", $"This resolution is about '{motion.Title}', not about this.");
        }

        if (meeting.Status != MeetingStatus.Confirmed)
        {
            return Refused("minutes-unconfirmed", "会议纪要尚未由另一人确认，决议不能作为依据。", "The minutes are not confirmed by another person yet; nothing can rest on them.");
        }

        if (served)
        {
            return Refused("resolution-served", "该决议已经办理，再次办理应另作决议。", "This resolution has been carried out; doing it again takes another one.");
        }

        if (overtaken)
        {
            return Refused("resolution-overtaken", "之后的会议已就同一事项作出否决，该决议不再作为依据。", "A later meeting voted the same matter down; nothing can rest on this resolution any more.");
        }

        return motion.Adopted
            ? new Resolution(motion.Id, subjectId, motion.Step, meeting.Id, meeting.DocumentNumber, meeting.HeldOn)
            : Refused("motion-lost", "该事项未获会议通过。", "The motion was lost.");

        Refusal Refused(string code, string zh, string en) => Refusal.Conflict(code, meeting.Clause, zh, en)
            .With("meeting", meeting.DocumentNumber).With("motion", motion.Number).With("resolutionId", motion.Id);
    }
}
