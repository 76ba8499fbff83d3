using Messaging.Operations;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;

namespace Messaging.Inbox;

/// <summary>The events that came before their subject (scoped).</summary>
public sealed class WaitingEvents
{
    private readonly PlatformDbContext db;
    private readonly IServiceProvider services;
    private readonly Reactions reactions;
    private readonly MessagingMetrics metrics;

    internal WaitingEvents(PlatformDbContext db, IServiceProvider services, Reactions reactions, MessagingMetrics metrics) =>
        (this.db, this.services, this.reactions, this.metrics) = (db, services, reactions, metrics);

    /// <summary>
    /// Applies, in order of arrival, the events that wait for <paramref name="subjectKey"/>. Called by whoever creates the subject,
    /// inside the write that creates it and after adding it; saves what was added so far, so that the reactions find it.
    /// </summary>
    /// <returns>How many took effect.</returns>
    /// <exception cref="InvalidOperationException">No write is running.</exception>
    public async Task<int> ApplyAsync(string subjectKey, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Waiting events are applied inside the WriteAsync that creates their subject.");
        }

        await SubjectTurn.TakeAsync(db, subjectKey, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var waiting = await db.Set<InboxWaiting>()
            .Where(row => row.SubjectKey == subjectKey)
            .OrderBy(row => row.Sequence)
            .ToListAsync(cancellationToken);
        var done = 0;
        foreach (var row in waiting)
        {
            done += await ApplyAsync(row, cancellationToken) ? 1 : 0;
        }

        return done;
    }

    private async Task<bool> ApplyAsync(InboxWaiting row, CancellationToken cancellationToken)
    {
        if (reactions.At(row.Endpoint) is not { } reaction)
        {
            // No code reacts to it any more; the alarm tells the operator.
            return false;
        }

        var applied = await reaction.SettleAsync(db, services, row.Body, cancellationToken);
        if (applied.WaitsFor is { } otherSubject)
        {
            row.SubjectKey = otherSubject;
        }
        else
        {
            db.Remove(row);
            metrics.Applied(row.Endpoint);
        }

        await db.SaveChangesAsync(cancellationToken);
        return applied.WaitsFor is null;
    }
}
