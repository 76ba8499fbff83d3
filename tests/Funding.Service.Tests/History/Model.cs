using Contracts.Registry;

namespace Funding.Tests.History;

/// <summary>
/// What Funding should be, in the simplest words: lists and sums, no conditions in statements, no ledger. Amounts in fen. The time for
/// a recognition is one month.
/// </summary>
internal sealed class Model(int bodies, IReadOnlyList<int> years, long appropriationFen, int maxYears)
{
    private static readonly Dictionary<string, long> Percent = new(StringComparer.Ordinal) { ["excellent"] = 100, ["good"] = 90, ["pass"] = 70, ["fail"] = 0 };

    public List<Payment> Payments { get; } = [];

    public Dictionary<(int Body, int Year), (string Grade, long Version)> Reviews { get; } = [];

    /// <summary>What came back, for each cause of its own.</summary>
    public Dictionary<(int Body, int Year, string Cause), long> Received { get; } = [];

    /// <summary>Verified spending, invoice by invoice.</summary>
    public List<(int Body, int Year, long Fen, DateOnly IssuedOn)> Spending { get; } = [];

    /// <summary>Claimed as unused, and what ZS-07 claimed beside it when that was decided.</summary>
    public Dictionary<(int Body, int Year), (long Fen, long Beside)> UnusedClaims { get; } = [];

    public int[] Holds { get; } = new int[bodies];

    public string[] Standing { get; } = [.. Enumerable.Repeat(Standings.UnderConstruction, bodies)];

    public DateOnly?[] RecognisedOn { get; } = new DateOnly?[bodies];

    public List<int>[] Absorbed { get; } = [.. Enumerable.Range(0, bodies).Select(_ => new List<int>())];

    /// <summary>From when each body's clock runs.</summary>
    public DateOnly?[] ClockFrom { get; } = new DateOnly?[bodies];

    public DateOnly Today { get; set; }

    public IReadOnlyList<int> Years { get; } = years;

    public int Bodies { get; } = bodies;

    public long Committed(int year) => Payments.Where(p => p.Year == year && p.IsLive).Sum(p => p.Fen);

    public long Committed(int body, int year) => Payments.Where(p => p.Body == body && p.Year == year && p.IsLive).Sum(p => p.Fen);

    public long Paid(int body, int year) => Payments.Where(p => p.Body == body && p.Year == year && p.Status == "paid").Sum(p => p.Fen);

    public IReadOnlyList<int> YearsUsed(int body) =>
        [.. Family(body).SelectMany(b => Payments.Where(p => p.Body == b && p.IsLive)).Select(p => p.Year).Distinct().Order()];

    public long Entitled(int body, int year)
    {
        if (!Reviews.TryGetValue((body, year), out var review))
        {
            return 0;
        }

        // Half to the even fen.
        var (whole, rest) = Math.DivRem(Paid(body, year) * Percent[review.Grade], 100);
        return rest > 50 || (rest == 50 && whole % 2 == 1) ? whole + 1 : whole;
    }

    public long AboveEntitled(int body, int year) => Reviews.ContainsKey((body, year)) ? Paid(body, year) - Entitled(body, year) : 0;

    public long Unused(int body, int year) => UnusedClaims.GetValueOrDefault((body, year)).Fen;

    /// <summary>ZS-07 claims the end of the year's fens, less those that are claimed as unused: they lie under the ones claimed before.</summary>
    public long OverAdvance(int body, int year)
    {
        var (above, (unused, beside)) = (AboveEntitled(body, year), UnusedClaims.GetValueOrDefault((body, year)));
        return Enumerable.Range(0, (int)above).Count(fromTheEnd => fromTheEnd < beside || fromTheEnd >= beside + unused);
    }

    public long Claimed(int body, int year, string cause) => cause == "deadline" ? Unused(body, year) : OverAdvance(body, year);

    public long ReceivedOf(int body, int year, string cause) => Received.GetValueOrDefault((body, year, cause));

    public long ReceivedOf(int body, int year) => ReceivedOf(body, year, "deadline") + ReceivedOf(body, year, "over-advance");

    public long Outstanding(int body, int year, string cause) => Math.Max(0, Claimed(body, year, cause) - ReceivedOf(body, year, cause));

    public long Spent(int body, int year, DateOnly? until = null) =>
        Spending.Where(s => s.Body == body && s.Year == year && (until is null || s.IssuedOn <= until)).Sum(s => s.Fen);

    public DateOnly? Deadline(int body, DateOnly? alsoFrom = null)
    {
        var from = new[] { ClockFrom[body], alsoFrom }.Where(day => day is not null).Min();
        return from?.AddMonths(1);
    }

    public bool Missed(int body, DateOnly? alsoFrom = null) => Deadline(body, alsoFrom) is { } deadline && (RecognisedOn[body] ?? Today) > deadline;

    /// <summary>What a deadline case would claim now: the total, and its years.</summary>
    public IReadOnlyDictionary<int, long> UnusedNow(int body)
    {
        var rows = Years.Where(y => Paid(body, y) > 0)
            .Select(y => (Year: y, Left: Paid(body, y) - Spent(body, y, Deadline(body)) - OverAdvance(body, y) - Unused(body, y))).ToList();
        var (total, shares) = (Math.Max(0, rows.Sum(r => r.Left)), new Dictionary<int, long>());
        foreach (var (year, left) in rows)
        {
            shares[year] = Math.Min(total, Math.Max(0, left));
            total -= shares[year];
        }

        return shares.Where(s => s.Value > 0).ToDictionary();
    }

    /// <summary>The most that can stay claimed of a body as unused, after money came back from the bank or spending was verified.</summary>
    public long MostUnused(int body) => Math.Max(0, Years.Where(y => Paid(body, y) > 0).Sum(y =>
        Paid(body, y) - Spent(body, y, Deadline(body)) - Math.Min(AboveEntitled(body, y), UnusedClaims.GetValueOrDefault((body, y)).Beside)));

    /// <summary>Takes an allotment that stands no more out of the clock; what has run out does not run again.</summary>
    public void Release(int body)
    {
        if (!Missed(body))
        {
            ClockFrom[body] = Payments.Where(p => p.Body == body && p.IsLive).Select(p => (DateOnly?)p.AllottedOn).Min();
        }
    }

    public string? WhyNotPropose(int body, int year) =>
        !IsPayable(body) ? "standing-not-payable"
        : NoYearLeft(body, year) ? "years-exhausted"
        : Missed(body) ? "recognition-deadline-passed"
        : null;

    public string? WhyNotApprove(Payment payment) =>
        payment.Status != "proposed" ? "advance-not-proposed"
        : Reviews.ContainsKey((payment.Body, payment.Year)) ? "year-reviewed"
        : WhyNotPay(payment.Body) is { } no ? no
        : Missed(payment.Body, payment.AllottedOn) ? "recognition-deadline-passed"
        : NoYearLeft(payment.Body, payment.Year) ? "years-exhausted"
        : Committed(payment.Year) + payment.Fen > appropriationFen ? "annual-cap-exceeded"
        : null;

    public string? WhyNotPay(int body) =>
        Holds[body] > 0 ? "account-on-hold"
        : !IsPayable(body) ? "standing-not-payable"
        : Missed(body) ? "recognition-deadline-passed"
        : null;

    private bool IsPayable(int body) => Standing[body] is Standings.UnderConstruction or Standings.Recognised or Standings.UnderRectification;

    private IEnumerable<int> Family(int body) => Absorbed[body].SelectMany(Family).Append(body);

    private bool NoYearLeft(int body, int year) => YearsUsed(body).Append(year).Distinct().Count() > maxYears;

    public sealed class Payment(int body, int year, long fen, Guid id, DateOnly allottedOn)
    {
        public int Body { get; } = body;

        public int Year { get; } = year;

        public long Fen { get; } = fen;

        public Guid Id { get; } = id;

        public DateOnly AllottedOn { get; } = allottedOn;

        public Guid? Run { get; set; }

        /// <summary>What the bank said, and of which day: told again, it says the same.</summary>
        public Dictionary<string, DateOnly> BankDays { get; } = [];

        public string Status { get; set; } = "proposed";

        public bool IsLive => Status is "approved" or "exported" or "paid";
    }
}
