using Contracts.Registry;
using Contracts.Values;
using Funding.BureauTables;
using Funding.Deadlines;
using Funding.Packs;
using Policies;
using Policies.Evaluation;

namespace Funding.ShadowRuns;

/// <summary>ZS-08: bodies that were not recognised in time: what was paid to them afterwards, and what they did not spend and nobody claimed.</summary>
internal sealed class FindMissedDeadlines(Books books, RulesByDay rules, FirstInvoices invoices, CountedFens counted)
{
    /// <summary>A body's missed deadline.</summary>
    internal sealed record Missed(BodyBooks Body, PaidRow First, DateOnly AllottedOn, DateOnly Deadline, DateOnly? RecognisedOn, Citation Citation, CalculationSheet Sheet);

    /// <summary>Whether the pack sets such a period, and the tables tell of recognitions.</summary>
    public bool CanTell => rules.HasParameter("recognition-period") && rules.Has("recognition-deadline") && books.Kinds.Contains(TableKind.Standings);

    /// <summary>Who missed it.</summary>
    public IReadOnlyList<Missed> All() => CanTell ? [.. books.Bodies.Select(Find).OfType<Missed>()] : [];

    /// <summary>Never again a payment after it, even if recognised later.</summary>
    public Finding? PaidAfterwards(Missed missed)
    {
        var after = missed.Body.Payments.Where(p => p.On > missed.Deadline).ToList();
        if (after.Count == 0)
        {
            return null;
        }

        var amount = Money.FromFen(after.Sum(p => p.AmountFen));
        return new Finding
        {
            Kind = FindingKind.PaidAfterDeadline,
            Citation = missed.Citation,
            Body = missed.Body.Name,
            FiscalYear = after[0].FiscalYear,
            AmountFen = amount.Fen,
            CountedFen = after.Sum(p => counted.Count(missed.Body, p, p.AmountFen)),
            Text = new Label(
                $"{Story(missed).Zh}，此后仍拨付{amount}元。",
                $"{Story(missed).En}; {amount} yuan were paid after it."),
            Sheet = rules.Pack.Sheet("期限后拨付", "Paid after the deadline").Lines(missed.Sheet)
                .Line("期限后拨付", "Paid after the deadline", missed.Citation.ClauseId, Figure.Of(amount))
                .Build(),
            Rows = [missed.First.Origin, .. after.Select(p => p.Origin)],
        };
    }

    /// <summary>What was not spent and not claimed back; without a table of invoices only the missed deadline is told.</summary>
    public Finding Unused(Missed missed, long overPaidFen)
    {
        var body = missed.Body;
        if (!books.Kinds.Contains(TableKind.Invoices))
        {
            return Told(missed, Money.Zero, 0, missed.Sheet, "支出票据未提供，未使用金额待核实。", "no invoices were given, so that what is unused is yet to be established.");
        }

        var on = rules.On(missed.Deadline);
        var cutOff = on.SpendingCountsUntilDecision ? rules.AsOf : missed.Deadline;
        var disbursed = body.Payments.Where(p => !on.EachAllotmentRuns || Deadline(p, on) is { } deadline && deadline < rules.AsOf).Select(p => Money.FromFen(p.AmountFen)).ToList();
        var (received, claimed) = (body.Recoveries.Sum(r => r.ReceivedFen), body.Years.Sum(y => body.ClaimedFen(y.Key)));
        var (spent, twice) = invoices.Of(body, cutOff);
        var unused = Calculate(spent);
        var withTwice = twice == 0 ? unused : Calculate(spent + twice);

        // What the second statement of an invoice hid is claimed here; it is not counted again as stated twice.
        invoices.CountElsewhere(body, unused.Amount!.Value.Fen - withTwice.Amount!.Value.Fen);
        var sheet = rules.Pack.Sheet("逾期未认定的未使用资金", "Unused money after the deadline").Lines(missed.Sheet)
            .Line("支出计至", "Spending counts until", missed.Citation.ClauseId, Figure.Of(cutOff)).Lines(unused.Sheet).Build();
        var amount = unused.Amount.Value;
        return Told(missed, amount, counted.Claim(body, amount.Fen), sheet, $"未使用且未追缴{amount}元。", $"{amount} yuan are unused and were never claimed back.");

        Calculation Calculate(long spentFen) =>
            on.Unused(disbursed, Money.FromFen(spentFen), Money.FromFen(received), Money.FromFen(Math.Max(0, claimed - received) + overPaidFen)).Accepted(out var calculated, out var refused)
                ? calculated
                : throw new PolicyException(refused);
    }

    private Missed? Find(BodyBooks body)
    {
        var fallsBack = rules.On(null).ClockFallsBackToPayment;
        var first = body.Payments.Where(p => Start(p, fallsBack) is not null).MinBy(p => Start(p, fallsBack));
        if (first is null)
        {
            return null;
        }

        var from = Start(first, fallsBack)!.Value;
        var on = rules.On(from);
        if (!on.RecognitionDeadline(from).Accepted(out var calculated, out var refused))
        {
            throw new PolicyException(refused);
        }

        var recognised = body.Standings.Find(s => s.Standing == Standings.Recognised)?.Since;
        return calculated.Day is { } deadline && deadline < rules.AsOf && !(recognised <= deadline)
            ? new Missed(body, first, from, deadline, recognised, on.RecognitionPeriod!.Citation, calculated.Sheet)
            : null;
    }

    private static Finding Told(Missed missed, Money amount, long countedFen, CalculationSheet sheet, string zh, string en)
    {
        var body = missed.Body;
        return new Finding
        {
            Kind = FindingKind.Unused,
            Citation = missed.Citation,
            Body = body.Name,
            FiscalYear = missed.Deadline.Year,
            AmountFen = amount.Fen,
            CountedFen = countedFen,
            Text = new Label($"{Story(missed).Zh}，{zh}", $"{Story(missed).En}; {en}"),
            Sheet = sheet,
            Rows =
            [
                .. body.Payments.Select(p => p.Origin),
                .. body.Standings.Where(s => s.Standing == Standings.Recognised).Select(s => s.Origin),
                .. body.Recoveries.Select(r => r.Origin),
                .. body.Invoices.Select(i => i.Origin),
            ],
        };
    }

    private static Label Story(Missed missed) => new(
        $"“{missed.Body.Name}”资金于{missed.AllottedOn:yyyy-MM-dd}下达，应于{missed.Deadline:yyyy-MM-dd}前完成认定，{(missed.RecognisedOn is { } late ? $"至{late:yyyy-MM-dd}方认定" : "至今未认定")}",
        $"'{missed.Body.Name}' was allotted money on {missed.AllottedOn:yyyy-MM-dd} and had until {missed.Deadline:yyyy-MM-dd}; it was {(missed.RecognisedOn is { } day ? $"recognised on {day:yyyy-MM-dd}" : "not recognised to this day")}");

    private static DateOnly? Start(PaidRow payment, bool fallsBack) => payment.AllottedOn ?? (fallsBack ? payment.PaidOn : null);

    private static DateOnly? Deadline(PaidRow payment, PaymentRules on) => RecognitionClock.Deadline(Start(payment, on.ClockFallsBackToPayment), on);
}
