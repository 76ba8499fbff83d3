using Contracts.Values;
using Funding.BureauTables;
using Funding.Claims;
using Funding.Grants;
using Policies;
using Policies.Evaluation;

namespace Funding.ShadowRuns;

/// <summary>HB-04: every fen that a company had on its claims above its ceiling, over the period that the pack names.</summary>
internal sealed class FindAboveCeiling(Books books, RulesByDay rules, CountedFens counted)
{
    /// <summary>The kind of claim whose ceiling a table of claims is held against; null where the pack has none, or several.</summary>
    public ClaimKind? Kind { get; } = rules.Pack.Claims.Where(c => c.Ceiling is not null).ToList() is [var only] ? only : null;

    /// <summary>What was paid above it.</summary>
    public IEnumerable<Finding> Run() => Kind is not { Ceiling: { } ceiling } kind
        ? []
        : books.Bodies
            .SelectMany(body => body.Claims.GroupBy(paid => ClaimantAccount.YearOf(ceiling, paid.FiscalYear)).Select(period => Find(kind, ceiling, body, [.. period])))
            .OfType<Finding>();

    private Finding? Find(ClaimKind kind, ClaimCeiling ceiling, BodyBooks body, List<PaidRow> paid)
    {
        var (used, above) = (0L, 0L);
        var over = new List<(PaidRow Row, long Fen, long Used)>();
        foreach (var row in paid)
        {
            var most = rules.Pack.Amount(ceiling.Parameter, rules.On(row.On ?? new DateOnly(row.FiscalYear, 12, 31)).Today).Value.Fen;
            if (used + row.AmountFen - most is > 0 and var excess && excess > above)
            {
                over.Add((row, excess - above, used));
                above = excess;
            }

            used += row.AmountFen;
        }

        if (over.Count == 0)
        {
            return null;
        }

        var (first, year) = (over[0], over[^1].Row.FiscalYear);
        var cap = rules.Pack.Amount(ceiling.Parameter, rules.OnYear(year).Today);
        var (total, excessive) = (Money.FromFen(used), Money.FromFen(above));
        return new Finding
        {
            Kind = FindingKind.ClaimCeiling,
            Citation = cap.Citation,
            Body = body.Name,
            FiscalYear = year,
            AmountFen = above,
            CountedFen = over.Sum(row => counted.Count(body, row.Row, row.Fen)),
            Text = new Label(
                $"“{body.Name}”累计获{kind.Label.Zh}{total}元，{cap.Label.Zh}{cap.Value}元，超出{excessive}元。",
                $"'{body.Name}' had {total} yuan of {kind.Label.En} in all; the {cap.Label.En} is {cap.Value}: {excessive} yuan are above it."),
            Sheet = rules.Pack.Sheet("单个企业上限核对", "The company held against its ceiling")
                .Line(cap, Figure.Of(cap.Value))
                .Line("超出上限", "Above the ceiling", cap.ClauseId, Figure.Of(excessive), new SheetInput(new Label("累计补助", "Subsidised in all"), Figure.Of(total)))
                .Build(),
            Refusal = AdmitGrant.Full(kind, cap, Money.FromFen(first.Used), Money.FromFen(first.Row.AmountFen)),
            Rows = [.. over.Select(row => row.Row.Origin)],
        };
    }
}
