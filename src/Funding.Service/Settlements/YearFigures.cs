using Contracts.Refusals;
using Contracts.Values;
using Funding.Packs;
using Policies.Evaluation;

namespace Funding.Settlements;

/// <summary>What a year came to: entitled by the review's grade (ZS-06), the rest to be taken back (ZS-07).</summary>
internal sealed record YearFigures(Money Advance, Money Entitled, Money Clawback, CalculationSheet Sheet)
{
    /// <summary>The figures of a year; refused where the pack does not know the grade.</summary>
    /// <param name="advances">What was paid and not returned, advance by advance.</param>
    /// <param name="grade">The review's grade.</param>
    /// <param name="fiscalYear">The year.</param>
    /// <param name="rules">The pack on the deciding day.</param>
    public static Outcome<YearFigures> Calculate(IReadOnlyCollection<Money> advances, string grade, int fiscalYear, PaymentRules rules)
    {
        if (!rules.Entitled(advances, grade, fiscalYear).Accepted(out var entitled, out var refused)
            || !rules.Clawback(advances, entitled.Amount!.Value).Accepted(out var clawback, out refused))
        {
            return refused;
        }

        var advance = advances.Aggregate(Money.Zero, (sum, amount) => sum + amount);
        if (entitled.Amount.Value + clawback.Amount!.Value != advance)
        {
            throw new InvalidOperationException($"The pack {rules.Pack.Hash} splits {advance.Fen} fen into {entitled.Amount.Value.Fen} and {clawback.Amount.Value.Fen}.");
        }

        var sheet = rules.Pack.Sheet("年度资金结算", "Settlement of a year's money").Lines(entitled.Sheet).Lines(clawback.Sheet).Build();
        return new YearFigures(advance, entitled.Amount.Value, clawback.Amount.Value, sheet);
    }
}
