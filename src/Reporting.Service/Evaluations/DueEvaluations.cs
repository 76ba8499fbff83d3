using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Registers;

namespace Reporting.Evaluations;

/// <summary>Whether the indicator system is in force without which an evaluation does not begin (SD-12).</summary>
internal enum DocumentState
{
    /// <summary>The evaluation has begun, or asks for none.</summary>
    NotAsked,

    /// <summary>It is in force.</summary>
    InForce,

    /// <summary>None is.</summary>
    Missing,

    /// <summary>Registry did not answer.</summary>
    Unknown,
}

/// <summary>The yearly evaluations that the packs want, and how far each has come.</summary>
internal sealed class DueEvaluations(ReportingDb db, PackShelf packs, AskRegistry registry)
{
    // Of the year before last only what was begun is followed up.
    private const int Years = 2;

    private readonly Dictionary<(string Programme, RequiredDocument Document, DateOnly On), DocumentState> answered = [];

    private sealed record Counts(Guid RoundId, int Bodies, int Graded, int Published);

    /// <summary>Those that some programmes want on a day, the latest year first.</summary>
    /// <param name="ruling">The packs that rule the programmes today.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<IReadOnlyList<EvaluationTurn>> TurnsAsync(IEnumerable<PolicyPack> ruling, DateOnly today, CancellationToken cancellationToken)
    {
        var programmes = ruling.Select(pack => pack.Programme).ToList();
        var turns = new List<EvaluationTurn>();
        for (var year = today.Year - 1; year >= today.Year - Years; year--)
        {
            foreach (var pack in (await packs.RulingAsync(programmes, new DateOnly(year, 12, 31), cancellationToken)).Values.OrderBy(pack => pack.Programme, StringComparer.Ordinal))
            {
                turns.AddRange(EvaluationTurn.Of(pack, await packs.PlanAsync(pack, today, cancellationToken), year));
            }
        }

        return turns;
    }

    /// <summary>How far some of them have come; without those in which there is nobody to evaluate.</summary>
    public async Task<IReadOnlyList<TurnProgress>> ReadAsync(IReadOnlyCollection<EvaluationTurn> turns, DateOnly today, CancellationToken cancellationToken)
    {
        if (turns.Count == 0)
        {
            return [];
        }

        var programmes = turns.Select(turn => turn.Pack.Programme).Distinct(StringComparer.Ordinal).ToList();
        var first = today.Year - Years;
        var rounds = await db.EvaluationRounds.AsNoTracking()
            .Where(r => programmes.Contains(r.Programme) && r.Year >= first && r.Year < today.Year)
            .ToListAsync(cancellationToken);
        var counts = await CountsAsync([.. rounds.Where(r => !r.IsDraft).Select(r => (Guid?)r.Id)], cancellationToken);
        var entries = await EntriesAsync(turns, cancellationToken);
        var found = new List<TurnProgress>();
        foreach (var turn in turns)
        {
            var round = rounds.Find(r => r.Programme == turn.Pack.Programme && r.Scheme == turn.Scheme.Name && r.Year == turn.Year);
            if (turn.Year == today.Year - 1 || round is not null)
            {
                found.Add(turn.Scheme.Recorded is { } recorded
                    ? Recorded(turn, recorded, entries[(turn.Pack.Programme, turn.Scheme.Subjects)], today)
                    : await OfRoundAsync(turn, round, counts, cancellationToken));
            }
        }

        return [.. found.Where(progress => progress.Bodies != 0)];
    }

    /// <summary>
    /// Whether what has no round yet could have one, as Registry has its documents on a day. It is asked once for each document, and not at all
    /// any more once it was silent.
    /// </summary>
    public async Task<DocumentState> DocumentAsync(TurnProgress progress, DateOnly today, CancellationToken cancellationToken)
    {
        var (pack, scheme) = (progress.Turn.Pack, progress.Turn.Scheme);
        if (progress.RoundId is not null || scheme.Document is not { } document)
        {
            return DocumentState.NotAsked;
        }

        if (answered.TryGetValue((pack.Programme, document, today), out var known))
        {
            return known;
        }

        return answered[(pack.Programme, document, today)] =
            answered.ContainsValue(DocumentState.Unknown) ? DocumentState.Unknown : await AskAsync(pack, scheme, today, cancellationToken);
    }

    /// <summary>What a register records is evaluated where it stood there at the year's end, and has not left without.</summary>
    public static TurnProgress Recorded(EvaluationTurn turn, RecordedEvaluation recorded, IEnumerable<KnownEntry> entries, DateOnly today)
    {
        var asked = entries.Where(entry => entry.States.Count > 0 && entry.From <= turn.Span.To && recorded.States.Contains(entry.StateOn(turn.Span.To)))
            .Select(entry => (Evaluated: entry.Number(recorded.Year) >= turn.Year, Stands: recorded.States.Contains(entry.StateOn(today))))
            .Where(one => one.Evaluated || one.Stands)
            .ToList();
        var evaluated = asked.Count(one => one.Evaluated);
        return new TurnProgress(turn, evaluated == asked.Count ? TurnState.Done : TurnState.Running, null, asked.Count, evaluated, evaluated);
    }

    private async Task<DocumentState> AskAsync(PolicyPack pack, PackEvaluation scheme, DateOnly today, CancellationToken cancellationToken)
    {
        var asked = await registry.DocumentAsync(pack, scheme, today, cancellationToken);
        return asked.Accepted(out _, out var refusal)
            ? DocumentState.InForce
            : refusal.Kind == RefusalKind.Unavailable ? DocumentState.Unknown : DocumentState.Missing;
    }

    private async Task<TurnProgress> OfRoundAsync(EvaluationTurn turn, EvaluationRound? round, List<Counts> counts, CancellationToken cancellationToken)
    {
        if (round is null or { IsDraft: true })
        {
            int? bodies = turn.Scheme.NamesBodies ? null : await db.CountEvaluatedAsync(turn.Pack, turn.Scheme, turn.Span.To, cancellationToken);
            return new TurnProgress(turn, round is null ? TurnState.NotOpened : TurnState.Drafted, round?.Id, bodies, 0, 0);
        }

        // Where every body lost its standing before it was graded, nothing is left to do.
        var own = counts.Find(one => one.RoundId == round.Id) ?? new Counts(round.Id, 0, 0, 0);
        return new TurnProgress(turn, own.Published == own.Bodies ? TurnState.Done : TurnState.Running, round.Id, own.Bodies, own.Graded, own.Published);
    }

    private async Task<List<Counts>> CountsAsync(List<Guid?> rounds, CancellationToken cancellationToken)
    {
        var counted = await db.Evaluations.Where(e => rounds.Contains(e.RoundId) && e.Status != EvaluationStatus.Closed)
            .GroupBy(e => new { e.RoundId, e.Status, Published = e.PublishedGrade != null })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return [.. counted.GroupBy(one => one.Key.RoundId!.Value).Select(own => new Counts(
            own.Key,
            own.Sum(one => one.Count),
            own.Where(one => one.Key.Status != EvaluationStatus.Due).Sum(one => one.Count),
            own.Where(one => one.Key.Published).Sum(one => one.Count)))];
    }

    private async Task<ILookup<(string Programme, string Register), KnownEntry>> EntriesAsync(IReadOnlyCollection<EvaluationTurn> turns, CancellationToken cancellationToken)
    {
        var recorded = turns.Where(turn => turn.Scheme.Recorded is not null).ToList();
        var (programmes, registers) = (recorded.Select(turn => turn.Pack.Programme).Distinct().ToList(), recorded.Select(turn => turn.Scheme.Subjects).Distinct().ToList());
        var entries = recorded.Count == 0
            ? []
            : await db.CountedEntries.AsNoTracking().Where(e => programmes.Contains(e.Programme) && registers.Contains(e.Register)).ToListAsync(cancellationToken);
        return entries.ToLookup(e => (e.Programme, e.Register), e => e.Read());
    }
}
