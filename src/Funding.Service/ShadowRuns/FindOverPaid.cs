using Contracts.Values;
using Funding.BureauTables;
using Policies;
using Policies.Evaluation;

namespace Funding.ShadowRuns;

/// <summary>ZS-06, ZS-07: what a year was paid above its entitled amount and nobody claimed back; years that nobody reviewed.</summary>
internal sealed class FindOverPaid(Books books, RulesByDay rules, CountedFens counted)
{
    private readonly Dictionary<BodyBooks, long> unclaimed = [];

    public IEnumerable<Finding> Run() => rules.Has("entitled") && rules.Has("clawback") && books.Kinds.Contains(TableKind.Reviews)
        ? books.Bodies.SelectMany(body => body.Years.Select(year => Find(body, year.Key, [.. year]))).OfType<Finding>()
        : [];

    /// <summary>What <see cref="Run"/> found unclaimed of a body.</summary>
    public long Unclaimed(BodyBooks body) => unclaimed.GetValueOrDefault(body);

    private Finding? Find(BodyBooks body, int year, List<PaidRow> payments)
    {
        var review = body.Reviews.LastOrDefault(r => r.FiscalYear == year);
        if (review is null)
        {
            return year < rules.AsOf.Year ? NotReviewed(body, year, payments) : null;
        }

        var advances = payments.ConvertAll(p => Money.FromFen(p.AmountFen));
        var (on, sheet) = (rules.OnYear(year), rules.Pack.Sheet("多拨付核对", "Paid above the entitled amount"));
        Money entitled;
        if (review.Grade is { } grade)
        {
            // The ratio of the fiscal year, or that of the pack's first year where the year was before it.
            if (!on.Entitled(advances, grade, on.Today.Year).Accepted(out var calculated, out var refused))
            {
                throw new PolicyException(refused);
            }

            (entitled, sheet) = (calculated.Amount!.Value, sheet.Lines(calculated.Sheet));
        }
        else
        {
            entitled = Money.FromFen(review.EntitledFen!.Value);
        }

        if (!on.Clawback(advances, entitled).Accepted(out var clawback, out var wrong))
        {
            throw new PolicyException(wrong);
        }

        var claimed = body.ClaimedFen(year);
        var open = Math.Max(0, clawback.Amount!.Value.Fen - claimed);
        if (open == 0)
        {
            return null;
        }

        unclaimed[body] = Unclaimed(body) + open;
        var (citation, amount) = (rules.Cite("clawback"), Money.FromFen(open));
        return new Finding
        {
            Kind = FindingKind.OverPaid,
            Citation = citation,
            Body = body.Name,
            FiscalYear = year,
            AmountFen = open,
            CountedFen = counted.Claim(body, year, open),
            Text = new Label(
                $"“{body.Name}”{year}年度拨付{Sum(advances)}元，实际应补助{entitled}元，多拨付{clawback.Amount.Value}元，{(claimed == 0 ? "未追缴" : $"仅追缴{Money.FromFen(claimed)}元，尚有{amount}元未追缴")}。",
                $"'{body.Name}' was paid {Sum(advances)} yuan in {year} and entitled to {entitled}: of {clawback.Amount.Value} too much, {amount} yuan were never claimed back."),
            Sheet = sheet.Lines(clawback.Sheet)
                .Line("未追缴", "Never claimed", citation.ClauseId, Figure.Of(amount), new SheetInput(new Label("已追缴", "Claimed"), Figure.Of(Money.FromFen(claimed))))
                .Build(),
            Rows = [.. payments.Select(p => p.Origin), review.Origin, .. body.Recoveries.Where(r => r.FiscalYear == year).Select(r => r.Origin)],
        };
    }

    // ZS-06: what is paid in advance is reviewed; a year without a grade was never settled.
    private Finding NotReviewed(BodyBooks body, int year, List<PaidRow> payments)
    {
        var (citation, paid) = (rules.Cite("entitled"), Money.FromFen(payments.Sum(p => p.AmountFen)));
        return new Finding
        {
            Kind = FindingKind.NotReviewed,
            Citation = citation,
            Body = body.Name,
            FiscalYear = year,
            AmountFen = 0,
            CountedFen = 0,
            Text = new Label(
                $"“{body.Name}”{year}年度拨付{paid}元，未见绩效考核等次，实际应补助金额无从确定。",
                $"'{body.Name}' was paid {paid} yuan in {year}, and no grade is on record: what it was entitled to is unknown."),
            Sheet = rules.Pack.Sheet("未考核", "Not reviewed")
                .Line("未经考核的拨付", "Paid and not reviewed", citation.ClauseId, Figure.Of(paid))
                .Build(),
            Rows = [.. payments.Select(p => p.Origin)],
        };
    }

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
}
