namespace Funding.Tests.History.Models;

/// <summary>A year's fens in a row, from its end on, each with the cause that holds it beside ZS-07 (decision 14).</summary>
internal sealed class ModelYear
{
    private readonly List<string?> fens = [];
    private long overAdvanceBeside;
    private long decidedBeside;

    public long Unused => Of("deadline");

    public long Revocation => Of("revocation");

    public long Fraud => Of("fraud");

    public long Decided => Revocation + Fraud;

    public long Held => Unused + Decided;

    /// <summary>What ZS-07 and decisions had claimed when something was last confirmed as unused of the body.</summary>
    public (long OverAdvance, long Decided) Beside
    {
        get => (overAdvanceBeside, Math.Min(decidedBeside, Decided));
        set => (overAdvanceBeside, decidedBeside) = value;
    }

    public long Of(string cause) => fens.Count(fen => fen == cause);

    public long Of(string cause, long above) => fens.Take((int)above).Count(fen => fen == cause);

    /// <summary>Of the fens that were not spent, those that others claim.</summary>
    public long UnspentBeside(long unspent, long above) => Enumerable.Range(0, (int)unspent).Count(at => at < fens.Count && fens[at] is { } cause ? cause != "deadline" : at < above);

    public long OverAdvance(long above) => above - fens.Take((int)above).Count(fen => fen is not null);

    public void Take(string cause, long fen, long above)
    {
        for (var at = (int)above; fen > 0; at++)
        {
            fens.AddRange(Enumerable.Repeat<string?>(null, Math.Max(0, at + 1 - fens.Count)));
            (fens[at], fen) = fens[at] is null ? (cause, fen - 1) : (fens[at], fen);
        }
    }

    public void Release(string cause, long fen)
    {
        for (var at = fens.Count - 1; fen > 0; at--)
        {
            (fens[at], fen) = fens[at] == cause ? (null, fen - 1) : (fens[at], fen);
        }
    }

    /// <summary>What the year cannot hold: of the fens that ZS-07 does not want, the unused ones first.</summary>
    public (long Unused, long Revocation, long Fraud) Excess(long paid, long above)
    {
        var excess = Math.Max(0, Held + OverAdvance(above) - paid);
        var yields = new List<long>();
        foreach (var cause in new[] { "deadline", "revocation", "fraud" })
        {
            yields.Add(Math.Min(excess, Of(cause) - Of(cause, above)));
            excess -= yields[^1];
        }

        return (yields[0], yields[1], yields[2]);
    }

    /// <summary>What lies on fens that are not paid any more moves to others.</summary>
    public void Fit(long paid, long above)
    {
        if (Excess(paid, above) == default)
        {
            var moved = fens.Skip((int)paid).OfType<string>().ToList();
            fens.RemoveRange((int)Math.Min(paid, fens.Count), fens.Count - (int)Math.Min(paid, fens.Count));
            moved.ForEach(cause => Take(cause, 1, above));
        }
    }
}

/// <summary>A clawback: what came back, was withheld, given up and returned. What is claimed follows from its year.</summary>
internal sealed class ModelCase(int body, int year, string cause)
{
    public int Body { get; } = body;

    public int Year { get; } = year;

    public string Cause { get; } = cause;

    /// <summary>The service's key; empty before there was anything to claim.</summary>
    public Guid Id { get; set; }

    public long Received { get; set; }

    public long Offset { get; set; }

    public long WrittenOff { get; set; }

    public long Refunded { get; set; }

    public long Held => Received + Offset - Refunded;

    /// <summary>What the last notice claimed, and its number.</summary>
    public (long Fen, string Number)? Notice { get; set; }

    /// <summary>The objection that waits for its answer.</summary>
    public Guid? Objection { get; set; }
}

/// <content>What is claimed.</content>
internal sealed partial class Model
{
    private readonly Dictionary<(int Body, int Year), ModelYear> claims = [];
    private readonly Dictionary<(int Body, int Year, string Cause), ModelCase> cases = [];

    public IEnumerable<ModelCase> Cases => cases.Values.Where(c => c.Id != default);

    public ModelYear Claims(int body, int year) => claims.TryGetValue((body, year), out var known) ? known : claims[(body, year)] = new ModelYear();

    public ModelCase Case(int body, int year, string cause) =>
        cases.TryGetValue((body, year, cause), out var known) ? known : cases[(body, year, cause)] = new ModelCase(body, year, cause);

    public long Recovered(int body, int year) => cases.Values.Where(c => c.Body == body && c.Year == year).Sum(c => c.Held);

    public long AboveEntitled(int body, int year) => Settled(body, year) ? Paid(body, year) - Entitled(body, year) : 0;

    /// <summary>ZS-07 claims the end of the year's fens, less those that others hold.</summary>
    public long OverAdvance(int body, int year) => Claims(body, year).OverAdvance(AboveEntitled(body, year));

    public long Claimed(int body, int year) => OverAdvance(body, year) + Claims(body, year).Held;

    public long Claimed(ModelCase of) => of.Cause switch
    {
        "over-advance" => OverAdvance(of.Body, of.Year),
        "deadline" => Claims(of.Body, of.Year).Unused,
        "revocation" => Claims(of.Body, of.Year).Revocation,
        _ => Claims(of.Body, of.Year).Fraud,
    };

    public long Outstanding(ModelCase of) => Math.Max(0, Claimed(of) - of.Held - of.WrittenOff);

    public long RefundDue(ModelCase of) => Math.Max(0, of.Held - Claimed(of));

    public string Status(ModelCase of) => Outstanding(of) > 0 ? "open" : of.Held > 0 || of.WrittenOff > 0 || of.Refunded > 0 ? "closed" : "withdrawn";

    public string? WhyNotReceive(ModelCase of, long fen, bool overpayment) => fen > Outstanding(of) && !overpayment ? "receipt-above-outstanding" : null;

    /// <summary>What a deadline case would claim now: the total, and its years.</summary>
    public IReadOnlyDictionary<int, long> UnusedNow(int body)
    {
        var rows = Years.Where(y => Paid(body, y) > 0).Select(y => (Year: y, Left: Paid(body, y) - Spent(body, y, Deadline(body)) - Claimed(body, y))).ToList();
        var (total, shares) = (Math.Max(0, rows.Sum(r => r.Left)), new Dictionary<int, long>());
        foreach (var (year, left) in rows)
        {
            shares[year] = Math.Min(total, Math.Max(0, left));
            total -= shares[year];
        }

        return shares.Where(s => s.Value > 0).ToDictionary();
    }

    /// <summary>
    /// What stays claimed of a body as unused after money came back from the bank or spending was verified: no more than a year can hold, and
    /// then no more than is unused, but for the fens that ZS-07 would claim otherwise.
    /// </summary>
    public long UnusedAfter(int body)
    {
        var held = Years.Sum(y => RoomForUnused(body, y));
        var left = Years.ToDictionary(y => y, y => Paid(body, y) > 0 ? Paid(body, y) - Spent(body, y, Deadline(body)) : 0);
        var unspent = left.Values.Where(fen => fen > 0).Sum()
            - Math.Max(Years.Sum(y => Claims(body, y).UnspentBeside(Math.Max(0, left[y]), AboveEntitled(body, y))), -left.Values.Where(fen => fen < 0).Sum());
        var right = Math.Max(0, Math.Min(unspent, Years.Sum(y => left[y] - Beside(body, y))));
        var kept = Years.Sum(y => Math.Min(RoomForUnused(body, y), Claims(body, y).Of("deadline", AboveEntitled(body, y))));
        return held <= right ? held : Math.Max(right, kept);
    }

    /// <summary>What a year can still hold of what is claimed as unused: paid, and claimed for no other cause.</summary>
    public long RoomForUnused(int body, int year)
    {
        var of = Claims(body, year);
        return Math.Max(0, Math.Min(of.Unused - of.Excess(Paid(body, year), AboveEntitled(body, year)).Unused, Paid(body, year) - Beside(body, year)));
    }

    /// <summary>Nothing is claimed by decision that was not paid; fraud, the heavier ground, yields last.</summary>
    public void LowerDecided(int body)
    {
        foreach (var year in Years)
        {
            var of = Claims(body, year);
            var (_, revocation, fraud) = of.Excess(Paid(body, year), AboveEntitled(body, year));
            of.Release("revocation", revocation);
            of.Release("fraud", fraud);
        }
    }

    /// <summary>What is claimed lies on fens that are paid.</summary>
    public void Fit(int body)
    {
        foreach (var year in Years)
        {
            Claims(body, year).Fit(Paid(body, year), AboveEntitled(body, year));
        }
    }

    private long Beside(int body, int year)
    {
        var (overAdvance, decided) = Claims(body, year).Beside;
        return Paid(body, year) > 0 ? Math.Min(overAdvance, AboveEntitled(body, year)) + decided : 0;
    }
}
