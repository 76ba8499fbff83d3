using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Problems;

namespace Reporting.Notifications;

/// <summary>The caller has read a notice, or all up to one; never somebody else's. Doing it twice does no harm.</summary>
internal static class MarkRead
{
    private const int Batch = 500;

    /// <summary>All up to and including this notice.</summary>
    internal sealed record Request(Guid UpTo);

    /// <summary>How many were marked.</summary>
    internal sealed record MarkedView(int Marked);

    public static void Map(IEndpointRouteBuilder notifications)
    {
        notifications.MapPost("/{id:guid}/read", OneAsync).WithSummary("Marks a notice of the caller as read");
        notifications.MapPost("/read", AllAsync).WithSummary("Marks the caller's notices up to one as read");
    }

    private static async Task<Answer<MarkedView>> OneAsync(
        Guid id, ReportingDb db, BusinessClock clock, HttpContext http, CancellationToken cancellationToken) =>
        (await MarkAsync(db, http.Caller(), clock, id, notices => notices.Where(n => n.Id == id), cancellationToken)).ToHttp();

    private static async Task<Answer<MarkedView>> AllAsync(
        Request request, ReportingDb db, BusinessClock clock, HttpContext http, CancellationToken cancellationToken) =>
        (await MarkAsync(db, http.Caller(), clock, request.UpTo, notices => notices.Where(n => n.Id.CompareTo(request.UpTo) <= 0), cancellationToken)).ToHttp();

    private static async Task<Outcome<MarkedView>> MarkAsync(
        ReportingDb db, Caller caller, BusinessClock clock, Guid named, Func<IQueryable<Notification>, IQueryable<Notification>> which, CancellationToken cancellationToken)
    {
        if (!await db.AddressedTo(caller).AnyAsync(n => n.Id == named, cancellationToken))
        {
            return Refusal.NotFound("notification", named, "通知");
        }

        var (marked, more) = (0, true);
        while (more)
        {
            var count = await MarkBatchAsync(db, caller, clock.UtcNow, which, cancellationToken);
            (marked, more) = (marked + count, count == Batch);
        }

        return new MarkedView(marked);
    }

    private static async Task<int> MarkBatchAsync(
        ReportingDb db, Caller caller, DateTime now, Func<IQueryable<Notification>, IQueryable<Notification>> which, CancellationToken cancellationToken)
    {
        try
        {
            return await db.WriteAsync(
                async ct =>
                {
                    var unread = await which(db.AddressedTo(caller)).UnreadBy(db, caller.Subject)
                        .OrderBy(n => n.Id).Select(n => n.Id).Take(Batch).ToListAsync(ct);
                    db.NotificationReads.AddRange(unread.Select(id => new NotificationRead { Subject = caller.Subject, NotificationId = id, At = now }));
                    return unread.Count;
                },
                cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Another window of the same person marked it at the same moment: it is read.
            return 0;
        }
    }
}
