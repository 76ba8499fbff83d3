using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Notices;

/// <summary>The notices: to everybody what was posted (ZS-16), to the bureau the objections as well.</summary>
internal static class ReadNotices
{
    public static Refusal NotFound(Guid id) => Refusal.NotFound("notice", id, "公示");

    /// <summary>Newest first; <paramref name="open"/> leaves those to which one may object today, or the others.</summary>
    public static async Task<Page<PublicNotice>> ListPublicAsync(
        string? programme, string? jurisdiction, bool? open, PageQuery page, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var notices = db.Notices.AsNoTracking().Include(n => n.Applications).AsQueryable();
        notices = jurisdiction is null ? notices : notices.Where(n => n.Jurisdiction == jurisdiction);
        return await PageAsync(notices, programme, open, page, packs, clock, cancellationToken);
    }

    public static async Task<Answer<PublicNotice>> GetPublicAsync(
        Guid id, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var notice = await db.Notices.AsNoTracking().Include(n => n.Applications).SingleOrDefaultAsync(n => n.Id == id, cancellationToken);
        Outcome<PublicNotice> outcome = notice is null
            ? NotFound(id)
            : PublicNotice.Of(notice, (await packs.OpenAsync(cancellationToken)).Ruling(notice.Programme, notice.PostedOn), clock.UtcNow);
        return outcome.ToHttp();
    }

    public static Task<Page<PublicNotice>> ListAsync(
        string? programme, bool? open, PageQuery page, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var jurisdiction = http.Caller().Jurisdiction;
        var notices = db.Notices.AsNoTracking().Include(n => n.Applications).Where(n => n.Jurisdiction == jurisdiction);
        return PageAsync(notices, programme, open, page, packs, clock, cancellationToken);
    }

    public static async Task<Answer<NoticeView>> GetAsync(
        Guid id, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var jurisdiction = http.Caller().Jurisdiction;
        var notice = await db.Notices.AsNoTracking()
            .Include(n => n.Applications)
            .SingleOrDefaultAsync(n => n.Id == id && n.Jurisdiction == jurisdiction, cancellationToken);
        Outcome<NoticeView> outcome = notice is null ? NotFound(id) : await ViewAsync(notice, db, packs, clock, cancellationToken);
        return outcome.ToHttp();
    }

    /// <summary>The notice with its oldest objections; <c>/objections?notice=</c> pages through all.</summary>
    public static async Task<NoticeView> ViewAsync(Notice notice, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var pack = (await packs.OpenAsync(cancellationToken)).Ruling(notice.Programme, notice.PostedOn);
        var objections = db.Objections.AsNoTracking().Where(o => o.NoticeId == notice.Id);
        var count = await objections.CountAsync(cancellationToken);
        var first = await objections.OrderBy(o => o.Id).Take(PageQuery.MaxLimit).ToListAsync(cancellationToken);
        return new NoticeView(
            notice.Id, PublicNotice.Of(notice, pack, clock.UtcNow), notice.SelectionId, notice.PostedByName, notice.PostedAt, count, [.. first.Select(ObjectionView.Of)]);
    }

    private static async Task<Page<PublicNotice>> PageAsync(
        IQueryable<Notice> notices, string? programme, bool? open, PageQuery page, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var (now, today) = (clock.UtcNow, clock.Today);
        notices = programme is null ? notices : notices.Where(n => n.Programme == programme);
        notices = open is null ? notices : notices.Where(n => (n.LastDay >= today) == open);
        var library = await packs.OpenAsync(cancellationToken);
        return (await notices.ToPageAsync(page, n => n.Id, cancellationToken, newestFirst: true))
            .Select(notice => PublicNotice.Of(notice, library.Ruling(notice.Programme, notice.PostedOn), now));
    }
}
