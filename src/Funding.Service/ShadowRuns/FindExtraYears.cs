using Contracts.Values;
using Policies;
using Policies.Evaluation;

namespace Funding.ShadowRuns;

/// <summary>ZS-04: payments of a fiscal year beyond the years in which a body may be supported.</summary>
internal sealed class FindExtraYears(Books books, RulesByDay rules, CountedFens counted)
{
    private const string Rule = "years-kept";

    public IEnumerable<Finding> Run() => rules.Has(Rule) ? books.Bodies.SelectMany(Find) : [];

    private IEnumerable<Finding> Find(BodyBooks body)
    {
        var used = new List<int>();
        foreach (var year in body.Years)
        {
            var on = rules.On(year.First().On ?? new DateOnly(year.Key, 12, 31));
            var follows = used.Count == 0 || used[^1] == year.Key - 1;
            var refusal = on.YearsKept(used.Count + 1, follows).Refusal;
            var paid = year.Sum(p => p.AmountFen);

            // ZS-04: whether a year whose money all came back counts is the bureau's to say.
            if (on.RecoveredYearCounts || body.ReceivedFen(year.Key) < paid)
            {
                used.Add(year.Key);
            }

            if (refusal is null)
            {
                continue;
            }

            var before = used.Where(y => y != year.Key).ToList();
            yield return new Finding
            {
                Kind = FindingKind.YearsOfSupport,
                Citation = on.MaxYears.Citation,
                Body = body.Name,
                FiscalYear = year.Key,
                AmountFen = paid,
                CountedFen = year.Sum(p => counted.Count(body, p, p.AmountFen)),
                Text = new Label(
                    $"“{body.Name}”在{string.Join("、", before)}年度已获补助，{year.Key}年度是第{before.Count + 1}个补助年度，上限{on.MaxYears.Value}年，不应拨付{Money.FromFen(paid)}元。",
                    $"'{body.Name}' was supported in {string.Join(", ", before)}; {year.Key} is year {before.Count + 1} of at most {on.MaxYears.Value}: {Money.FromFen(paid)} yuan should not have been paid."),
                Sheet = rules.Pack.Sheet("补助年限核对", "The years held against their number")
                    .Line(on.MaxYears, Figure.Of(on.MaxYears.Value))
                    .Line(
                        "含本年度的补助年度数",
                        "Years of support with this one",
                        on.MaxYears.ClauseId,
                        Figure.Of(before.Count + 1),
                        [.. before.Select(y => new SheetInput(new Label($"{y}年度拨付", $"Paid in {y}"), Figure.Of(Money.FromFen(body.Payments.Where(p => p.FiscalYear == y).Sum(p => p.AmountFen)))))])
                    .Line("不应拨付", "Should not have been paid", on.MaxYears.ClauseId, Figure.Of(Money.FromFen(paid)))
                    .Build(),
                Refusal = refusal,
                Rows = [.. year.Select(p => p.Origin)],
            };
        }
    }
}
