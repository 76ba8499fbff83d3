using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Meetings;

/// <summary>The meetings of a jurisdiction's leading groups, and their resolutions, newest first.</summary>
internal static class ReadMeetings
{
    public static async Task<Page<MeetingRow>> ListAsync(
        string? programme, Choice<MeetingStatus>? status, PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var only = status?.Value;
        var rows = VisibleTo(db, http.Caller());
        rows = programme is null ? rows : rows.Where(m => m.Programme == programme);
        rows = only is null ? rows : rows.Where(m => m.Status == only);
        return await rows
            .Select(m => new MeetingRow
            {
                Id = m.Id,
                Programme = m.Programme,
                DocumentNumber = m.DocumentNumber,
                HeldOn = m.HeldOn,
                Status = m.Status,
                Motions = m.Motions.Count,
                Adopted = m.Motions.Count(motion => motion.Adopted),
            })
            .ToPageAsync(page, row => row.Id, cancellationToken, newestFirst: true);
    }

    public static async Task<Answer<MeetingView>> GetAsync(Guid id, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var meeting = await VisibleTo(db, http.Caller()).Include(m => m.Motions).SingleOrDefaultAsync(m => m.Id == id, cancellationToken);
        Outcome<MeetingView> outcome = meeting is null ? MeetingDesk.NotFound(id) : MeetingView.Of(meeting);
        return outcome.ToHttp();
    }

    /// <summary>What was carried in confirmed minutes, of a programme or about one subject.</summary>
    public static async Task<Page<ResolutionView>> ResolutionsAsync(
        string? programme, Guid? subject, PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken) =>
        await VisibleTo(db, http.Caller())
            .Where(meeting => meeting.Status == MeetingStatus.Confirmed && (programme == null || meeting.Programme == programme))
            .SelectMany(
                meeting => meeting.Motions.Where(motion => motion.Adopted && (subject == null || motion.SubjectId == subject)),
                (meeting, motion) => new ResolutionView(motion.Id, meeting.Id, meeting.DocumentNumber, meeting.HeldOn, motion.Kind, motion.SubjectId, motion.Title, motion.Text))
            .ToPageAsync(page, row => row.Id, cancellationToken, newestFirst: true);

    private static IQueryable<Meeting> VisibleTo(RegistryDb db, Caller caller)
    {
        var jurisdiction = caller.Jurisdiction;
        return db.Meetings.AsNoTracking().Where(m => m.Jurisdiction == jurisdiction);
    }
}
