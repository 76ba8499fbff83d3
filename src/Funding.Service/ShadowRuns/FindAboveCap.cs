using Contracts.Refusals;
using Contracts.Values;
using Funding.BureauTables;
using Funding.Packs;
using Policies;
using Policies.Evaluation;

namespace Funding.ShadowRuns;

/// <summary>ZS-03: every fen above the cap of a fiscal year, and above the bureau's cap on one body's year.</summary>
internal sealed class FindAboveCap(Books books, RulesByDay rules, CountedFens counted)
{
    private const string YearRule = "annual-cap-kept";
    private const string BodyRule = "centre-annual-cap-kept";

    public IEnumerable<Finding> Run()
    {
        if (rules.Has(YearRule) && rules.HasParameter("annual-cap"))
        {
            foreach (var year in books.Payments.GroupBy(p => p.FiscalYear).OrderBy(y => y.Key))
            {
                if (Find(YearRule, "annual-cap", [.. year], year.Key, body: null) is { } finding)
                {
                    yield return finding;
                }
            }
        }

        if (!rules.Has(BodyRule) || !rules.HasParameter("centre-annual-cap"))
        {
            yield break;
        }

        foreach (var (body, year) in books.Bodies.SelectMany(b => b.Years.Select(y => (b, y))))
        {
            // Where the cap of the year says it all, a second finding about the same fens would only repeat it.
            if (Find(BodyRule, "centre-annual-cap", [.. year], year.Key, body) is { CountedFen: > 0 } finding)
            {
                yield return finding;
            }
        }
    }

    private Finding? Find(string rule, string parameter, List<PaidRow> payments, int year, BodyBooks? body)
    {
        var (committed, above) = (0L, 0L);
        Refusal? first = null;
        var over = new List<(PaidRow Row, long Fen)>();
        foreach (var payment in payments)
        {
            var on = rules.On(payment.On ?? new DateOnly(year, 12, 31));
            if (Kept(rule, on, committed, payment.AmountFen) is { } refusal)
            {
                first ??= refusal;
                var excess = committed + payment.AmountFen - rules.Pack.Amount(parameter, on.Today).Value.Fen;
                over.Add((payment, excess - above));
                above = excess;
            }

            committed += payment.AmountFen;
        }

        if (first is null)
        {
            return null;
        }

        var cap = rules.Pack.Amount(parameter, rules.OnYear(year).Today);
        var (paid, excessive) = (Money.FromFen(committed), Money.FromFen(above));
        return new Finding
        {
            Kind = body is null ? FindingKind.AnnualCap : FindingKind.BodyCap,
            Citation = cap.Citation,
            Body = body?.Name,
            FiscalYear = year,
            AmountFen = above,
            CountedFen = over.Sum(row => counted.Count(body ?? books.Of(row.Row.Body), row.Row, row.Fen)),
            Text = body is null
                ? new Label(
                    $"{year}年度共拨付{paid}元，上限{cap.Value}元，超出{excessive}元。",
                    $"{paid} yuan were paid in {year}; the cap is {cap.Value}: {excessive} yuan are above it.")
                : new Label(
                    $"{year}年度向“{body.Name}”拨付{paid}元，单个中心上限{cap.Value}元，超出{excessive}元。",
                    $"{paid} yuan were paid to '{body.Name}' in {year}; the cap on one body is {cap.Value}: {excessive} yuan are above it."),
            Sheet = Explain(cap, paid, excessive),
            Refusal = first,
            Rows = [.. over.Select(row => row.Row.Origin)],
        };
    }

    private Refusal? Kept(string rule, PaymentRules on, long committed, long requested) => rules.Pack.Evaluate(
        rule,
        Inputs.At(ReferenceDay.Payment, on.Today).Amount("committed", Money.FromFen(committed)).Amount("requested", Money.FromFen(requested))).Refusal;

    private CalculationSheet Explain(Cited<Money> cap, Money paid, Money above) => rules.Pack.Sheet("年度上限核对", "The year held against its cap")
        .Line(cap, Figure.Of(cap.Value))
        .Line("超出上限", "Above the cap", cap.ClauseId, Figure.Of(above), new SheetInput(new Label("本年度拨付合计", "Paid in the year"), Figure.Of(paid)))
        .Build();
}
