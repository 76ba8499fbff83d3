namespace Funding.Tests.History.Models;

/// <summary>What is claimed of a body's year beside ZS-07, and what ZS-07 claimed when that was decided: the fens lie in a row (decision 14).</summary>
internal sealed class ModelYear
{
    private long beside;
    private long decidedBeside;

    public long Unused { get; set; }

    public long Revocation { get; set; }

    public long Fraud { get; set; }

    public long Decided => Revocation + Fraud;

    public long Held => Unused + Decided;

    public long Beside
    {
        get => Held == 0 ? 0 : beside;
        set => beside = value;
    }

    public long DecidedBeside
    {
        get => Unused == 0 ? 0 : Math.Min(decidedBeside, Decided);
        set => decidedBeside = value;
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

    /// <summary>ZS-07 claims the end of the year's fens, less those that others hold: these lie under the ones claimed before.</summary>
    public long OverAdvance(int body, int year) => OverAdvance(body, year, AboveEntitled(body, year));

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
        var held = Years.Sum(y => Math.Min(Claims(body, y).Unused, RoomForUnused(body, y)));
        var right = Math.Max(0, Years.Sum(y =>
            (Paid(body, y) > 0 ? Paid(body, y) - Spent(body, y, Deadline(body)) : 0)
            - Math.Min(AboveEntitled(body, y), Claims(body, y).Beside) - Claims(body, y).DecidedBeside));
        var kept = Years.Sum(y => Math.Min(
            Math.Min(Claims(body, y).Unused, RoomForUnused(body, y)), Math.Max(0, AboveEntitled(body, y) - Claims(body, y).Beside - Claims(body, y).Decided)));
        return held <= right ? held : Math.Max(right, kept);
    }

    /// <summary>The most that a year can hold as unused: paid, and claimed for no other cause.</summary>
    public long RoomForUnused(int body, int year) => Math.Max(0, MostHeld(body, year) - Claims(body, year).Decided);

    /// <summary>Nothing is claimed by decision that was not paid; fraud, the heavier ground, yields last.</summary>
    public void LowerDecided(int body)
    {
        foreach (var year in Years)
        {
            var of = Claims(body, year);
            var excess = Math.Clamp(of.Decided - (MostHeld(body, year) - of.Unused), 0, of.Decided);
            var revocation = Math.Min(excess, of.Revocation);
            of.Revocation -= revocation;
            of.Fraud -= excess - revocation;
        }
    }

    private long MostHeld(int body, int year) => Math.Max(0, Paid(body, year) - Math.Min(Claims(body, year).Beside, AboveEntitled(body, year)));

    private long OverAdvance(int body, int year, long above)
    {
        var of = Claims(body, year);
        return Enumerable.Range(0, (int)above).Count(fromTheEnd => fromTheEnd < of.Beside || fromTheEnd >= of.Beside + of.Held);
    }
}
