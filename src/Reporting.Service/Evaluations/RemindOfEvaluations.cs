using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Notifications;
using ServiceDefaults.Clock;

namespace Reporting.Evaluations;

/// <summary>Reminds the bureau of yearly evaluations that are due or late, until each is published; each occasion once.</summary>
internal sealed class RemindOfEvaluations(ReportingDb db, PackShelf packs, DueEvaluations due, BusinessClock clock) : ISweep
{
    public string Name => "evaluation-reminders";

    public async Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var occasions = (await due.ReadAsync(await packs.RulingAsync(today, cancellationToken), today, cancellationToken))
            .Where(progress => progress.State != TurnState.Done)
            .Select(progress => (Progress: progress, Key: EvaluationReminder.Key(progress.Turn, today)))
            .Where(occasion => occasion.Key is not null)
            .ToList();
        var keys = occasions.ConvertAll(occasion => occasion.Key!);
        var told = await db.Notifications.Where(n => keys.Contains(n.Key)).Select(n => n.Key).ToListAsync(cancellationToken);
        var notices = new List<Notification>();
        foreach (var (progress, key) in occasions.Where(occasion => !told.Contains(occasion.Key!)))
        {
            // With a system in force the round of the institutions is opened within the hour, and any other waits for a person; nothing is said
            // before Registry has answered.
            var document = await due.DocumentAsync(progress, today, cancellationToken);
            if (document is DocumentState.NotAsked or DocumentState.Missing || (document == DocumentState.InForce && progress.Turn.Scheme.NamesBodies))
            {
                notices.Add(EvaluationReminder.Notice(progress, key!, document == DocumentState.Missing ? progress.Documents : null, today, clock.UtcNow));
            }
        }

        return await db.RemindAsync(notices, cancellationToken);
    }
}
