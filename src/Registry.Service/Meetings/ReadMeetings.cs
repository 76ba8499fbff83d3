using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
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
                (meeting, motion) => new ResolutionView(motion.Id, meeting.Id, meeting.DocumentNumber, meeting.HeldOn, motion.Kind, motion.SubjectId, motion.Step, motion.Title, motion.Text))
            .ToPageAsync(page, row => row.Id, cancellationToken, newestFirst: true);

    /// <summary>The seats of a programme's group with their holders on a day; none where it has no group.</summary>
    public static async Task<Answer<IReadOnlyList<SeatView>>> SeatsAsync(
        string programme, DateOnly? on, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var day = on ?? clock.Today;
        Outcome<IReadOnlyList<SeatView>> outcome = (await packs.RulingAsync(programme, day, http.Caller(), cancellationToken)).Accepted(out var pack, out var unknown)
            ? await SeatsAsync(pack, day, db, cancellationToken)
            : unknown;
        return outcome.ToHttp();
    }

    private static async Task<SeatView[]> SeatsAsync(PolicyPack pack, DateOnly day, RegistryDb db, CancellationToken cancellationToken)
    {
        var holders = await db.SeatHoldersAsync(pack, day, cancellationToken);
        return LeadingGroup.Of(pack, day) is not { } group ? [] : [.. group.Seats.Select(seat => Seat(seat, holders.GetValueOrDefault(seat.Key)))];
    }

    private static SeatView Seat(Option seat, SeatHolder? holder) =>
        new(seat.Key, seat.Label.Zh, seat.Label.En, holder?.Name, holder?.OrganisationName, holder?.OrganisationCode);

    private static IQueryable<Meeting> VisibleTo(RegistryDb db, Caller caller)
    {
        var jurisdiction = caller.Jurisdiction;
        return db.Meetings.AsNoTracking().Where(m => m.Jurisdiction == jurisdiction);
    }
}
