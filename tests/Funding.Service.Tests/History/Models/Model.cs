using Contracts.Registry;

namespace Funding.Tests.History.Models;

/// <summary>
/// What Funding should be, in the simplest words: lists and sums, no conditions in statements, no ledger. Amounts in fen. The time for
/// a recognition is one month.
/// </summary>
internal sealed partial class Model(int bodies, IReadOnlyList<int> years, long appropriationFen, int maxYears)
{
    public int Bodies { get; } = bodies;

    public IReadOnlyList<int> Years { get; } = years;

    public DateOnly Today { get; set; }

    public List<ModelPayment> Payments { get; } = [];

    /// <summary>What each year may commit, with its supplements and reductions.</summary>
    public Dictionary<int, long> Appropriated { get; } = years.ToDictionary(year => year, _ => appropriationFen);

    public int[] Holds { get; } = new int[bodies];

    public string[] Standing { get; } = [.. Enumerable.Repeat(Standings.UnderConstruction, bodies)];

    public DateOnly?[] RecognisedOn { get; } = new DateOnly?[bodies];

    /// <summary>The latest yearly evaluation: of the latest year its highest version.</summary>
    public (int Year, long Version, string Grade)?[] Evaluation { get; } = new (int, long, string)?[bodies];

    public List<int>[] Absorbed { get; } = [.. Enumerable.Range(0, bodies).Select(_ => new List<int>())];

    /// <summary>From when each body's clock runs.</summary>
    public DateOnly?[] ClockFrom { get; } = new DateOnly?[bodies];

    /// <summary>Verified spending, invoice by invoice.</summary>
    public List<(int Body, int Year, long Fen, DateOnly IssuedOn)> Spending { get; } = [];

    public long Committed(int year) => Payments.Where(p => p.Year == year && p.IsLive).Sum(p => p.Fen);

    public long Committed(int body, int year) => Payments.Where(p => p.Body == body && p.Year == year && p.IsLive).Sum(p => p.Fen);

    public long Paid(int body, int year) => Payments.Where(p => p.Body == body && p.Year == year && p.Status == "paid").Sum(p => p.Fen);

    public long Spent(int body, int year, DateOnly? until = null) =>
        Spending.Where(s => s.Body == body && s.Year == year && (until is null || s.IssuedOn <= until)).Sum(s => s.Fen);

    public IReadOnlyList<int> YearsUsed(int body) =>
        [.. Family(body).SelectMany(b => Payments.Where(p => p.Body == b && p.IsLive)).Select(p => p.Year).Distinct().Order()];

    public DateOnly? Deadline(int body, DateOnly? alsoFrom = null)
    {
        var from = new[] { ClockFrom[body], alsoFrom }.Where(day => day is not null).Min();
        return from?.AddMonths(1);
    }

    public bool Missed(int body, DateOnly? alsoFrom = null) => Deadline(body, alsoFrom) is { } deadline && (RecognisedOn[body] ?? Today) > deadline;

    public string? WhyNotPropose(int body, int year, long fen, ModelPayment? replaced, bool topUp) =>
        !IsPayable(body) ? "standing-not-payable"
        : NoYearLeft(body, year) ? "years-exhausted"
        : Missed(body) ? "recognition-deadline-passed"
        : topUp && WhyNoTopUp(body, year) is { } no ? no
        : replaced is null ? null
        : replaced.Status is not ("failed" or "returned") ? "advance-not-ended"
        : replaced.Year != year || fen > replaced.Fen ? "replacement-exceeds"
        : Payments.Exists(p => p.Replaces == replaced && p.Status != "cancelled") ? "replaced-already"
        : null;

    public string? WhyNotApprove(ModelPayment payment) =>
        payment.Status != "proposed" ? "advance-not-proposed"
        : Results.ContainsKey((payment.Body, payment.Year)) && payment.Replaces is null && !payment.TopUp ? "year-reviewed"
        : payment.TopUp && WhyNoTopUp(payment.Body, payment.Year) is { } topUp ? topUp
        : WhyNotPay(payment.Body) is { } no ? no
        : Missed(payment.Body, payment.AllottedOn) ? "recognition-deadline-passed"
        : NoYearLeft(payment.Body, payment.Year) ? "years-exhausted"
        : Committed(payment.Year) + payment.Fen > Appropriated[payment.Year] ? "annual-cap-exceeded"
        : null;

    public string? WhyNotPay(int body) =>
        Holds[body] > 0 ? "account-on-hold"
        : !IsPayable(body) ? "standing-not-payable"
        : Missed(body) ? "recognition-deadline-passed"
        : null;

    /// <summary>Ends a payment: what it committed is free, what was to be withheld from it is owed as before, its allotment runs no clock.</summary>
    public void End(ModelPayment payment, string status)
    {
        var wasLive = payment.IsLive;
        payment.Status = status;
        foreach (var offset in Decisions.Where(d => d.Payment == payment && d.Status is "approved" or "done"))
        {
            offset.Case!.Offset -= offset.Status == "done" ? offset.Fen : 0;
            offset.Status = "lapsed";
        }

        // ZS-08: what has run out does not run again.
        if (wasLive && !Missed(payment.Body))
        {
            ClockFrom[payment.Body] = Payments.Where(p => p.Body == payment.Body && p.IsLive).Select(p => (DateOnly?)p.AllottedOn).Min();
        }
    }

    /// <summary>The bank has paid it: what was withheld from it came back with that.</summary>
    public void Pay(ModelPayment payment)
    {
        payment.Status = "paid";
        foreach (var offset in Decisions.Where(d => d.Payment == payment && d.Status == "approved"))
        {
            (offset.Status, offset.Case!.Offset) = ("done", offset.Case.Offset + offset.Fen);
        }
    }

    private bool IsPayable(int body) => Standing[body] is Standings.UnderConstruction or Standings.Recognised or Standings.UnderRectification;

    private IEnumerable<int> Family(int body) => Absorbed[body].SelectMany(Family).Append(body);

    private bool NoYearLeft(int body, int year) => YearsUsed(body).Append(year).Distinct().Count() > maxYears;
}
