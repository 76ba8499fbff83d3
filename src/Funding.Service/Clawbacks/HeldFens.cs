using System.Text.Json.Serialization;

namespace Funding.Clawbacks;

/// <summary>A stretch of a year's fens that a cause holds.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="From">How many fens lie between it and the year's end.</param>
/// <param name="Fen">Its length.</param>
/// <param name="CaseId">The deadline case whose fens they are; null for what is claimed by decision.</param>
internal sealed record HeldStretch(
    [property: JsonConverter(typeof(JsonStringEnumConverter<ClawbackCause>))] ClawbackCause Cause,
    long From,
    long Fen,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? CaseId = null)
{
    /// <summary>Where it ends, counted as its beginning.</summary>
    [JsonIgnore]
    public long End => From + Fen;

    /// <summary>How much of it lies among the last fens of the year.</summary>
    public long Within(long last) => Math.Clamp(last - From, 0, Fen);
}

/// <summary>
/// Which of a year's fens are claimed as unused (ZS-08) and by decision. The fens of a year lie in a row; what was spent is its beginning,
/// what was paid above the entitled amount its end, which ZS-07 claims as far as nothing here holds it. A fen belongs to the cause that
/// claimed it first, as long as any cause claims it. See decision 14.
/// </summary>
/// <param name="Stretches">What is held, from the year's end on; no two overlap.</param>
internal sealed record HeldFens(IReadOnlyList<HeldStretch> Stretches)
{
    /// <summary>Nothing is held.</summary>
    public static HeldFens None { get; } = new([]);

    /// <summary>Held for any cause.</summary>
    public long TotalFen => Stretches.Sum(s => s.Fen);

    /// <summary>Held for a cause.</summary>
    public long Of(ClawbackCause cause) => Stretches.Where(s => s.Cause == cause).Sum(s => s.Fen);

    /// <summary>Held for a deadline case.</summary>
    public long Of(Guid caseId) => Stretches.Where(s => s.CaseId == caseId).Sum(s => s.Fen);

    /// <summary>Whose the first fens of the year are that are claimed as unused: those that come down when more was spent.</summary>
    public IReadOnlyList<(Guid CaseId, long Fen)> FirstUnused(long fen)
    {
        var first = new List<(Guid CaseId, long Fen)>();
        foreach (var stretch in Stretches.Where(s => s.Cause == ClawbackCause.Deadline).Reverse())
        {
            first.Add((stretch.CaseId!.Value, Math.Min(fen, stretch.Fen)));
            fen -= first[^1].Fen;
        }

        return [.. first.GroupBy(f => f.CaseId, (caseId, parts) => (caseId, parts.Sum(f => f.Fen))).Where(f => f.Item2 > 0)];
    }

    /// <summary>What ZS-07 would claim of a cause's fens if that did not hold them.</summary>
    public long OfOverAdvance(ClawbackCause cause, long aboveEntitledFen) => Stretches.Where(s => s.Cause == cause).Sum(s => s.Within(aboveEntitledFen));

    /// <summary>What ZS-07 claims: what was paid above the entitled amount and is not held.</summary>
    public long OverAdvance(long aboveEntitledFen) => aboveEntitledFen - Stretches.Sum(s => s.Within(aboveEntitledFen));

    /// <summary>What other causes, ZS-07 among them, claim of the last fens of the year.</summary>
    public long Beside(ClawbackCause cause, long last, long aboveEntitledFen) =>
        Stretches.Where(s => s.Cause != cause).Sum(s => s.Within(last)) + OverAdvance(Math.Min(last, aboveEntitledFen));

    /// <summary>Claims fens that nobody claims: those next to what is claimed under ZS-07, the last first.</summary>
    public HeldFens Take(ClawbackCause cause, long fen, long aboveEntitledFen, Guid? caseId = null)
    {
        var (held, at) = (new List<HeldStretch>(), aboveEntitledFen);
        foreach (var stretch in Stretches.Append(new HeldStretch(cause, long.MaxValue, 0)))
        {
            var free = Math.Clamp(stretch.From - at, 0, fen);
            if (free > 0)
            {
                held.Add(new HeldStretch(cause, at, free, caseId));
                fen -= free;
            }

            held.Add(stretch);
            at = Math.Max(at, stretch.Fen == 0 ? at : stretch.End);
        }

        return Joined(held);
    }

    /// <summary>Gives fens of a cause back, the first of the year first: those that were spent. Where a deadline case is named, no other's.</summary>
    public HeldFens Release(ClawbackCause cause, long fen, Guid? caseId = null)
    {
        var held = new List<HeldStretch>();
        foreach (var stretch in Stretches.Reverse())
        {
            var freed = stretch.Cause == cause && (caseId is null || stretch.CaseId == caseId) ? Math.Min(fen, stretch.Fen) : 0;
            fen -= freed;
            held.Add(stretch with { Fen = stretch.Fen - freed });
        }

        return fen == 0
            ? Joined(Enumerable.Reverse(held))
            : throw new InvalidOperationException($"{fen} fen more are released for {cause} than are held.");
    }

    /// <summary>
    /// What a year can hold no more after a payment came back (退汇): nothing is claimed that was not paid. What is unused yields first and
    /// fraud, the heavier ground, last; the fens that ZS-07 would claim otherwise stay.
    /// </summary>
    public (long UnusedFen, long RevocationFen, long FraudFen) Excess(long paidFen, long aboveEntitledFen)
    {
        var excess = Math.Max(0, TotalFen + OverAdvance(aboveEntitledFen) - paidFen);
        return (Yields(ClawbackCause.Deadline), Yields(ClawbackCause.Revocation), Yields(ClawbackCause.Fraud));

        long Yields(ClawbackCause cause)
        {
            var yields = Math.Min(excess, Of(cause) - OfOverAdvance(cause, aboveEntitledFen));
            excess -= yields;
            return yields;
        }
    }

    /// <summary>Moves what is held of fens that came back to others of the year, once it holds no more than was paid.</summary>
    public HeldFens Fit(long paidFen, long aboveEntitledFen)
    {
        if (Excess(paidFen, aboveEntitledFen) != default || Stretches.All(s => s.End <= paidFen))
        {
            return this;
        }

        var kept = new HeldFens([.. Stretches.Select(s => s with { Fen = s.Within(paidFen) }).Where(s => s.Fen > 0)]);
        return Stretches.Where(s => s.End > paidFen).Aggregate(kept, (held, s) => held.Take(s.Cause, s.Fen - s.Within(paidFen), aboveEntitledFen, s.CaseId));
    }

    // Neighbours of one cause and case are one stretch: however long a year's history is, its row stays short.
    private static HeldFens Joined(IEnumerable<HeldStretch> stretches)
    {
        var joined = new List<HeldStretch>();
        foreach (var stretch in stretches.Where(s => s.Fen > 0))
        {
            if (joined.Count > 0 && (joined[^1].Cause, joined[^1].CaseId) == (stretch.Cause, stretch.CaseId) && joined[^1].End == stretch.From)
            {
                joined[^1] = joined[^1] with { Fen = joined[^1].Fen + stretch.Fen };
            }
            else
            {
                joined.Add(stretch);
            }
        }

        return new HeldFens(joined);
    }
}
