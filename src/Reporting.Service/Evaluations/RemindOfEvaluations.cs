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
        // What is told is looked at first: how far the others have come is the work.
        var turns = await due.TurnsAsync(await packs.RulingAsync(today, cancellationToken), today, cancellationToken);
        var told = await db.ToldAsync(turns.Select(turn => EvaluationReminder.Key(turn, today)).OfType<string>(), cancellationToken);
        var untold = turns.Where(turn => EvaluationReminder.Key(turn, today) is { } key && !told.Contains(key)).ToList();
        var notices = new List<Notification>();
        foreach (var progress in (await due.ReadAsync(untold, today, cancellationToken)).Where(progress => progress.State != TurnState.Done))
        {
            // With a system in force the round of the institutions is opened within the hour, and any other waits for a person; nothing is said
            // before Registry has answered.
            var document = await due.DocumentAsync(progress, today, cancellationToken);
            if (document is DocumentState.NotAsked or DocumentState.Missing || (document == DocumentState.InForce && progress.Turn.Scheme.NamesBodies))
            {
                notices.Add(EvaluationReminder.Notice(progress, EvaluationReminder.Key(progress.Turn, today)!, document == DocumentState.Missing ? progress.Documents : null, today, clock.UtcNow));
            }
        }

        return await db.RemindAsync(notices, cancellationToken);
    }
}
