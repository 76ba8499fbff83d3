using Contracts.Refusals;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Meetings;

/// <summary>A motion that was entered wrongly leaves the minutes, as long as nobody has confirmed them.</summary>
internal static class TakeOffMotion
{
    public static async Task<Answer<MeetingView>> HandleAsync(
        Guid id, Guid motionId, IfMatch seen, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<MeetingView>(
            async ct =>
            {
                if (!(await db.TakeMeetingAsync(id, seen, caller, ct)).Accepted(out var meeting, out var missing))
                {
                    return missing;
                }

                if (meeting.CheckOpen() is { } refused)
                {
                    return refused;
                }

                if (meeting.Motions.RemoveAll(motion => motion.Id == motionId) == 0)
                {
                    return Refusal.NotFound("motion", motionId, "议题");
                }

                meeting.Version++;
                await db.SaveChangesAsync(ct);
                return MeetingView.Of(meeting);
            },
            cancellationToken);
        return outcome.ToHttp();
    }
}
