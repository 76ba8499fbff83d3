namespace Funding.Tests.History;

/// <summary>
/// What Funding should be, in the simplest words: lists and sums, no conditions in statements, no ledger. Amounts in fen.
/// </summary>
internal sealed class Model(int bodies, IReadOnlyList<int> years, long appropriationFen, int maxYears)
{
    private static readonly Dictionary<string, long> Percent = new(StringComparer.Ordinal) { ["excellent"] = 100, ["good"] = 90, ["pass"] = 70, ["fail"] = 0 };

    public List<Payment> Payments { get; } = [];

    public Dictionary<(int Body, int Year), (string Grade, long Version)> Reviews { get; } = [];

    public Dictionary<(int Body, int Year), long> Received { get; } = [];

    public int[] Holds { get; } = new int[bodies];

    public IReadOnlyList<int> Years { get; } = years;

    public int Bodies { get; } = bodies;

    public long Committed(int year) => Payments.Where(p => p.Year == year && p.IsLive).Sum(p => p.Fen);

    public long Committed(int body, int year) => Payments.Where(p => p.Body == body && p.Year == year && p.IsLive).Sum(p => p.Fen);

    public long Paid(int body, int year) => Payments.Where(p => p.Body == body && p.Year == year && p.Status == "paid").Sum(p => p.Fen);

    public IReadOnlyList<int> YearsUsed(int body) => [.. Payments.Where(p => p.Body == body && p.IsLive).Select(p => p.Year).Distinct().Order()];

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

    public long Claimed(int body, int year) => Reviews.ContainsKey((body, year)) ? Paid(body, year) - Entitled(body, year) : 0;

    public long ReceivedOf(int body, int year) => Received.GetValueOrDefault((body, year));

    public long Outstanding(int body, int year) => Math.Max(0, Claimed(body, year) - ReceivedOf(body, year));

    public string? WhyNotPropose(int body, int year) => NoYearLeft(body, year) ? "years-exhausted" : null;

    public string? WhyNotApprove(Payment payment) =>
        payment.Status != "proposed" ? "advance-not-proposed"
        : Reviews.ContainsKey((payment.Body, payment.Year)) ? "year-settled"
        : Holds[payment.Body] > 0 ? "account-on-hold"
        : NoYearLeft(payment.Body, payment.Year) ? "years-exhausted"
        : Committed(payment.Year) + payment.Fen > appropriationFen ? "annual-cap-exceeded"
        : null;

    private bool NoYearLeft(int body, int year) => YearsUsed(body).Append(year).Distinct().Count() > maxYears;

    public sealed class Payment(int body, int year, long fen, Guid id)
    {
        public int Body { get; } = body;

        public int Year { get; } = year;

        public long Fen { get; } = fen;

        public Guid Id { get; } = id;

        public Guid? Run { get; set; }

        public string Status { get; set; } = "proposed";

        public bool IsLive => Status is "approved" or "exported" or "paid";
    }
}
