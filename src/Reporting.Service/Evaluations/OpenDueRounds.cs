using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;

namespace Reporting.Evaluations;

/// <summary>
/// Opens the round of each yearly evaluation on the day after its year, as a draft: who judges, and by which document, a person says. A
/// programme that asks for an indicator system has none opened before that is in force (SD-12), and a draft of a plan none at all (P-6).
/// </summary>
internal sealed class OpenDueRounds(ReportingDb db, PackShelf packs, DueEvaluations due) : ISweep
{
    public string Name => "due-rounds";

    public async Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var turns = await due.TurnsAsync(await packs.RulingAsync(today, cancellationToken), today, cancellationToken);
        var opened = 0;
        foreach (var progress in await due.ReadAsync([.. turns.Where(turn => !turn.Scheme.NamesBodies)], today, cancellationToken))
        {
            if (progress is { State: TurnState.NotOpened, Bodies: > 0 }
                && await due.DocumentAsync(progress, today, cancellationToken) is DocumentState.NotAsked or DocumentState.InForce
                && await OpenAsync(progress.Turn, today, cancellationToken))
            {
                opened++;
            }
        }

        return opened;
    }

    private async Task<bool> OpenAsync(EvaluationTurn turn, DateOnly today, CancellationToken cancellationToken)
    {
        // The rules of a round are those of the day of its opening.
        var pack = await packs.RulingAsync(turn.Pack.Programme, today, cancellationToken);
        if (pack.Evaluation(turn.Scheme.Name) is not { } scheme)
        {
            return false;
        }

        try
        {
            await db.WriteAsync(
                _ =>
                {
                    db.Add(EvaluationRound.Draft(pack, scheme, turn.Year, today));
                    return Task.FromResult(true);
                },
                cancellationToken);
            return true;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Another replica, or a person, opened it at the same moment.
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
