using System.Text.Json;
using Contracts.Values;
using Funding.BureauTables;
using Policies;
using Policies.Evaluation;

namespace Funding.ShadowRuns;

/// <summary>HB-04: every fen that a claim was paid above its part (10 %) of what was actually paid for the result, where a table gives that.</summary>
internal sealed class FindAboveRatio(Books books, RulesByDay rules, CountedFens counted, ClaimKind? kind)
{
    private static readonly JsonElement NoAnswers = JsonSerializer.SerializeToElement(new { });

    /// <summary>Claims whose table does not tell what was actually paid.</summary>
    public int Silent => kind is null ? 0 : books.Claims.Count(paid => paid.BoughtFen is null);

    /// <summary>What was paid above it, claim by claim.</summary>
    public IEnumerable<Finding> Run() => kind?.Calculation is null
        ? []
        : books.Bodies.SelectMany(body => body.Claims.Where(paid => paid.BoughtFen is not null).Select(paid => Find(kind, body, paid))).OfType<Finding>();

    private Finding? Find(ClaimKind kind, BodyBooks body, PaidRow row)
    {
        var (bought, on) = (Money.FromFen(row.BoughtFen!.Value), rules.On(row.On ?? new DateOnly(row.FiscalYear, 12, 31)).Today);
        if (!rules.Pack.Assess(kind, new ClaimFacts(NoAnswers, [bought], Money.Zero), on).Accepted(out var calculation, out var refused))
        {
            throw new PolicyException(refused);
        }

        // The ceiling, which the calculation knows as well, is told by a finding of its own.
        if (calculation.Sheet.Lines.LastOrDefault(line => line.Inputs.Any(input => input.Value.Kind == FigureKind.Ratio)) is not { Result.Fen: { } due } rated
            || row.AmountFen <= due)
        {
            return null;
        }

        var (paid, most, above) = (Money.FromFen(row.AmountFen), Money.FromFen(due), Money.FromFen(row.AmountFen - due));
        return new Finding
        {
            Kind = FindingKind.ClaimRatio,
            Citation = rules.Cite(kind.Calculation!),
            Body = body.Name,
            FiscalYear = row.FiscalYear,
            Mark = $"{row.Contract}|{row.BoughtFen}|{row.AmountFen}",
            AmountFen = above.Fen,
            CountedFen = counted.Count(body, row, above.Fen),
            Text = new Label(
                $"“{body.Name}”获{kind.Label.Zh}{paid}元；实际支付{bought}元，按比例至多{most}元，超出{above}元。",
                $"'{body.Name}' had {paid} yuan of {kind.Label.En}; of {bought} actually paid at most {most} are due: {above} yuan are above it."),
            Sheet = rules.Pack.Sheet("补助比例核对", "The claim held against its ratio")
                .Lines(calculation.Sheet)
                .Line("超出比例", "Above the ratio", rated.ClauseId, Figure.Of(above), new SheetInput(new Label("补助", "Subsidised"), Figure.Of(paid)))
                .Build(),
            Rows = [row.Origin],
        };
    }
}
