using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Announcements;

/// <summary>The announcements of the caller's jurisdiction, newest first.</summary>
internal static class ReadAnnouncements
{
    public static async Task<Page<AnnouncementView>> ListAsync(
        string? programme, PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var announcements = VisibleTo(db, http.Caller());
        announcements = programme is null ? announcements : announcements.Where(a => a.Programme == programme);
        return (await announcements.ToPageAsync(page, a => a.Id, cancellationToken, newestFirst: true)).Select(AnnouncementView.Of);
    }

    public static async Task<Answer<AnnouncementView>> GetAsync(Guid id, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var announcement = await VisibleTo(db, http.Caller()).SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        Outcome<AnnouncementView> outcome = announcement is null ? Refusal.NotFound("announcement", id, "认定文件") : AnnouncementView.Of(announcement);
        return outcome.ToHttp();
    }

    private static IQueryable<Announcement> VisibleTo(RegistryDb db, Caller caller)
    {
        var jurisdiction = caller.Jurisdiction;
        return db.Announcements.AsNoTracking().Include(a => a.Centres).Where(a => a.Jurisdiction == jurisdiction);
    }
}
