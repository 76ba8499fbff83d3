using Contracts.Refusals;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults.Data;
using ServiceDefaults.Problems;

namespace Messaging.Operations;

/// <summary>The events that wait for their subject.</summary>
/// <param name="Overdue">How many wait longer than they should.</param>
/// <param name="Events">All of them, in order of arrival.</param>
internal sealed record WaitingView(int Overdue, Page<WaitingEvent> Events);

/// <summary>An event that waits.</summary>
internal sealed record WaitingEvent(
    long Sequence, Guid MessageId, string SubjectKey, string Type, string Endpoint, DateTime ReceivedAt, bool Overdue);

/// <summary>What applying by hand did.</summary>
/// <param name="SubjectKey">The subject it waited for.</param>
/// <param name="Applied">How many events of the subject took effect; zero when it is still unknown.</param>
internal sealed record AppliedView(string SubjectKey, int Applied);

/// <summary>Looks at the waiting events, and applies those of a subject that is there by now.</summary>
internal static class WaitingOperations
{
    public static async Task<Answer<WaitingView>> InspectAsync(
        PageQuery page, PlatformDbContext db, IOptions<MessagingOptions> options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var overdueBefore = clock.GetUtcNow().UtcDateTime - options.Value.WaitingAlarm;
        var waiting = db.Set<InboxWaiting>().AsNoTracking();
        var rows = await waiting.ToPageAsync(page, row => row.Sequence, cancellationToken);
        Outcome<WaitingView> view = new WaitingView(
            await waiting.CountAsync(row => row.ReceivedAt <= overdueBefore, cancellationToken),
            rows.Select(row => new WaitingEvent(
                row.Sequence, row.MessageId, row.SubjectKey, row.Type, row.Endpoint, row.ReceivedAt, row.ReceivedAt <= overdueBefore)));
        return view.ToHttp();
    }

    public static async Task<Answer<AppliedView>> ApplyAsync(
        long sequence, PlatformDbContext db, WaitingEvents waiting, CancellationToken cancellationToken)
    {
        var outcome = await db.WriteAsync<Outcome<AppliedView>>(
            async ct =>
            {
                var subject = await db.Set<InboxWaiting>()
                    .Where(row => row.Sequence == sequence).Select(row => row.SubjectKey).SingleOrDefaultAsync(ct);
                return subject is null
                    ? Refusal.NotFound("waiting-event", sequence, "等待中的消息")
                    : new AppliedView(subject, await waiting.ApplyAsync(subject, ct));
            },
            cancellationToken);
        return outcome.ToHttp();
    }
}
