using Contracts.Values;
using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Packs;
using Policies;
using Policies.Evaluation;

namespace Funding.Deadlines;

/// <summary>A year of which something is claimed as unused, with what may bring that down.</summary>
internal sealed record ClaimedYear(int FiscalYear, long PaidFen, long SpentFen, long AboveEntitledFen, long BesideFen, long UnusedFen)
{
    /// <summary>What decisions claim of the year for other causes, and had claimed of it before this was.</summary>
    public (long Now, long Before) DecidedFen { get; init; }

    /// <summary>What the year has left for this claim: all that was paid of it, without what decisions claim.</summary>
    public long RoomFen { get; init; } = long.MaxValue;

    /// <summary>The year from its row and, where its time is over, its money.</summary>
    public static ClaimedYear Of(FundedYear year, YearMoney? money, long aboveEntitledFen) =>
        new(year.FiscalYear, money?.PaidFen ?? 0, money?.SpentFen ?? 0, aboveEntitledFen, year.BesideFen, year.UnusedFen)
        {
            DecidedFen = (year.DecidedFen, Math.Min(year.DecidedBesideFen, year.DecidedFen)),
            RoomFen = Math.Max(0, SharedFens.Most(year.PaidFen, aboveEntitledFen, year.BesideFen) - year.DecidedFen),
        };

    /// <summary>Paid and neither spent nor claimed beside it; below zero where more was spent than paid.</summary>
    public long OpenFen => PaidFen - SpentFen - Math.Min(BesideFen, AboveEntitledFen) - DecidedFen.Before;
}

/// <summary>
/// By how much a confirmed claim is above what was unused, because money came back from the bank or spending was verified later.
/// The fens that ZS-07 would claim otherwise stay where they were claimed first.
/// </summary>
internal static class Excess
{
    /// <summary>What goes from each year: what the year cannot hold, then from years with too much of their own, the newest first.</summary>
    public static IReadOnlyList<(int FiscalYear, long Fen)> Of(IReadOnlyList<ClaimedYear> years)
    {
        var unused = years.ToDictionary(y => y.FiscalYear, y => y.UnusedFen);
        var newestFirst = years.OrderByDescending(y => y.FiscalYear).ToList();
        foreach (var year in newestFirst)
        {
            LowerTo(year, Math.Min(year.RoomFen, SharedFens.Most(year.PaidFen, year.AboveEntitledFen, year.BesideFen)), long.MaxValue);
        }

        var limit = Math.Max(0, years.Sum(y => y.OpenFen));
        foreach (var year in newestFirst)
        {
            LowerTo(year, Math.Max(Kept(year), year.OpenFen), unused.Values.Sum() - limit);
        }

        foreach (var year in newestFirst)
        {
            LowerTo(year, Kept(year), unused.Values.Sum() - limit);
        }

        return [.. years.OrderBy(y => y.FiscalYear).Select(y => (y.FiscalYear, y.UnusedFen - unused[y.FiscalYear])).Where(e => e.Item2 > 0)];

        void LowerTo(ClaimedYear year, long least, long most) =>
            unused[year.FiscalYear] -= Math.Max(0, Math.Min(most, unused[year.FiscalYear] - Math.Max(0, least)));

        static long Kept(ClaimedYear year) => SharedFens.KeptAnyway(year.AboveEntitledFen, year.UnusedFen, year.BesideFen + year.DecidedFen.Now);
    }

    /// <summary>The sheet of a claim that came down.</summary>
    public static CalculationSheet Explain(IEnumerable<ClaimedYear> years, PaymentRules rules)
    {
        var builder = rules.Pack.Sheet("未使用资金减少", "Less was unused");
        foreach (var year in years.Where(y => y.UnusedFen > 0))
        {
            builder = builder.Line(
                $"{year.FiscalYear}年度未使用资金（已拨付－经核实支出－ZS-07先行追缴，不低于零）",
                $"Unused of {year.FiscalYear}: paid less verified spending and what ZS-07 claimed before, not below zero",
                rules.RecognitionPeriod!.ClauseId,
                Figure.Of(Money.FromFen(Math.Max(0, year.OpenFen))),
                new SheetInput(new Label("已拨付", "Paid"), Figure.Of(Money.FromFen(year.PaidFen))),
                new SheetInput(new Label("经核实支出", "Verified spending"), Figure.Of(Money.FromFen(year.SpentFen))),
                new SheetInput(new Label("多拨付金额", "Above the entitled amount"), Figure.Of(Money.FromFen(year.AboveEntitledFen))));
        }

        return builder.Build();
    }
}
