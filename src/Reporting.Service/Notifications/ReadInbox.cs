using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Digests;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Notifications;

/// <summary>A notice as its reader sees it.</summary>
internal sealed record NotificationView(Guid Id, string Kind, NoticeTopic Topic, string Zh, string En, string? Clause, string Link, DateOnly Day, DateTime At, bool Read);

/// <summary>How many notices that are not of a quiet sort the caller has not read; <paramref name="AtLeast"/> where counting stopped.</summary>
internal sealed record UnreadView(int Unread, bool AtLeast);

/// <summary>The caller's inbox: what is addressed to it in person, to its roles in its bureau or district, or to its organisation.</summary>
internal static class ReadInbox
{
    // A bell shows no more digits than these.
    private const int MostCounted = 99;

    public static void Map(IEndpointRouteBuilder notifications)
    {
        notifications.MapGet("/", ListAsync).WithSummary("The caller's notices, newest first");
        notifications.MapGet("/unread", CountAsync).WithSummary("How many notices the caller has not read, of the sorts that it did not make quiet");
    }

    /// <summary>The notices that lie in one of a caller's inboxes.</summary>
    public static IQueryable<Notification> AddressedTo(this ReportingDb db, Caller caller)
    {
        var audiences = Audience.Of(caller);
        return db.Notifications.Where(n => n.Addresses.Any(a => audiences.Contains(a.Audience)));
    }

    /// <summary>Those of them that the person has not read.</summary>
    public static IQueryable<Notification> UnreadBy(this IQueryable<Notification> notices, ReportingDb db, string subject) =>
        notices.Where(n => !db.NotificationReads.Any(r => r.Subject == subject && r.NotificationId == n.Id));

    private static async Task<Page<NotificationView>> ListAsync(
        bool? unread, Choice<NoticeTopic>? topic, PageQuery page, ReportingDb db, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        await db.SeeAsync(caller, clock.Today, cancellationToken);
        var only = topic?.Value;
        var notices = db.AddressedTo(caller).AsNoTracking().Where(n => only == null || n.Topic == only);
        var shown = await (unread is true ? notices.UnreadBy(db, caller.Subject) : notices).ToPageAsync(page, n => n.Id, cancellationToken, newestFirst: true);
        var ids = shown.Items.Select(n => n.Id).ToList();
        var read = await db.NotificationReads.Where(r => r.Subject == caller.Subject && ids.Contains(r.NotificationId))
            .Select(r => r.NotificationId).ToHashSetAsync(cancellationToken);
        return shown.Select(n => new NotificationView(n.Id, n.Kind, n.Topic, n.Zh, n.En, n.Clause, n.Link, n.Day, n.At, read.Contains(n.Id)));
    }

    private static async Task<UnreadView> CountAsync(ReportingDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var counted = await db.AddressedTo(caller).UnreadBy(db, caller.Subject)
            .Where(n => !db.TopicChoices.Any(c => c.Subject == caller.Subject && c.Topic == n.Topic && c.Quiet))
            .Take(MostCounted + 1).CountAsync(cancellationToken);
        return new UnreadView(Math.Min(counted, MostCounted), counted > MostCounted);
    }
}
