using Contracts.Refusals;
using Contracts.Values;
using Funding.Packs;
using Policies;
using Policies.Evaluation;

namespace Funding.Settlements;

/// <summary>What a year came to: entitled by the review's grade (ZS-06), the rest to be taken back (ZS-07).</summary>
internal sealed record YearFigures(Money Advance, Money Entitled, Money Clawback, CalculationSheet Sheet)
{
    /// <summary>The figures of a year; refused where the pack does not know the grade.</summary>
    /// <param name="advances">What was paid before the review and not returned, advance by advance.</param>
    /// <param name="topUps">What was paid on top by decision: due in full, because it was decided as such (补差).</param>
    /// <param name="grade">The review's grade.</param>
    /// <param name="fiscalYear">The year.</param>
    /// <param name="rules">The pack on the deciding day.</param>
    public static Outcome<YearFigures> Calculate(
        IReadOnlyCollection<Money> advances, IReadOnlyCollection<Money> topUps, string grade, int fiscalYear, PaymentRules rules)
    {
        if (!rules.Entitled(advances, grade, fiscalYear).Accepted(out var entitled, out var refused)
            || !rules.Clawback(advances, entitled.Amount!.Value).Accepted(out var clawback, out refused))
        {
            return refused;
        }

        var (advance, toppedUp) = (Sum(advances), Sum(topUps));
        if (entitled.Amount.Value + clawback.Amount!.Value != advance)
        {
            throw new InvalidOperationException($"The pack {rules.Pack.Hash} splits {advance.Fen} fen into {entitled.Amount.Value.Fen} and {clawback.Amount.Value.Fen}.");
        }

        var sheet = rules.Pack.Sheet("年度资金结算", "Settlement of a year's money").Lines(entitled.Sheet).Lines(clawback.Sheet);
        sheet = toppedUp == Money.Zero ? sheet : TopUp(sheet, entitled, topUps, toppedUp);
        return new YearFigures(advance + toppedUp, entitled.Amount.Value + toppedUp, clawback.Amount.Value, sheet.Build());
    }

    private static SheetBuilder TopUp(SheetBuilder sheet, Calculation entitled, IEnumerable<Money> topUps, Money toppedUp) => sheet.Line(
        "补差后实际应补助金额",
        "Entitled with what was topped up by decision",
        entitled.Sheet.Lines[^1].ClauseId,
        Figure.Of(entitled.Amount!.Value + toppedUp),
        [new SheetInput(new Label("按等次应补助", "Entitled by the grade"), Figure.Of(entitled.Amount.Value)), .. topUps.Select(paid => new SheetInput(new Label("补差", "Top-up"), Figure.Of(paid)))]);

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
}
