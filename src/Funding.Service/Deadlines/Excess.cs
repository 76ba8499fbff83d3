using Contracts.Values;
using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Packs;
using Policies;
using Policies.Evaluation;

namespace Funding.Deadlines;

/// <summary>A year of which something is claimed as unused, with what may bring that down.</summary>
/// <param name="FiscalYear">The year.</param>
/// <param name="PaidFen">Paid, and its time is over.</param>
/// <param name="SpentFen">Verified spending up to the cut-off.</param>
/// <param name="AboveEntitledFen">Advance less entitled.</param>
/// <param name="BesideFen">What other causes claimed of it when it was confirmed, and claim still; nothing where its time is not over.</param>
/// <param name="UnusedFen">Claimed as unused.</param>
internal sealed record ClaimedYear(int FiscalYear, long PaidFen, long SpentFen, long AboveEntitledFen, long BesideFen, long UnusedFen)
{
    /// <summary>The fens of the claim that ZS-07 would claim otherwise.</summary>
    public long KeptFen { get; init; }

    /// <summary>The most that the year can hold of it: what was paid, without what other causes claim.</summary>
    public long RoomFen { get; init; } = long.MaxValue;

    /// <summary>What other causes claim now of the fens that were not spent.</summary>
    public long UnspentBesideFen { get; init; }

    /// <summary>The year from its row and, where its time is over, its money.</summary>
    public static ClaimedYear Of(FundedYear year, YearMoney? money, long aboveEntitledFen)
    {
        var claimed = new ClaimedYear(
            year.FiscalYear, money?.PaidFen ?? 0, money?.SpentFen ?? 0, aboveEntitledFen, money is null ? 0 : Beside(year, aboveEntitledFen), year.UnusedFen)
        {
            KeptFen = year.Held.OfOverAdvance(ClawbackCause.Deadline, aboveEntitledFen),
            RoomFen = year.UnusedFen - year.Held.Excess(year.PaidFen, aboveEntitledFen).UnusedFen,
        };
        return claimed with { UnspentBesideFen = year.Held.Beside(ClawbackCause.Deadline, claimed.UnspentFen, aboveEntitledFen) };
    }

    /// <summary>Paid and neither spent nor claimed beside it; below zero where more was spent than paid.</summary>
    public long OpenFen => PaidFen - SpentFen - BesideFen;

    /// <summary>Not spent.</summary>
    public long UnspentFen => Math.Max(0, PaidFen - SpentFen);

    /// <summary>What of the year may stay claimed as unused.</summary>
    public long FreeFen => Math.Min(OpenFen, UnspentFen - UnspentBesideFen);

    /// <summary>Spent above what was paid of it, out of other years' money.</summary>
    public long OverspentFen => Math.Max(0, SpentFen - PaidFen);

    private static long Beside(FundedYear year, long aboveEntitledFen) =>
        Math.Min(year.OverAdvanceBesideFen, aboveEntitledFen) + Math.Min(year.DecidedBesideFen, year.DecidedFen);
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
            LowerTo(year, Math.Min(year.RoomFen, year.PaidFen - year.BesideFen), long.MaxValue);
        }

        // By the figures of the confirmation, and by what others claim of the unspent fens since: what is spent above a year's money may be theirs.
        var unspent = years.Sum(y => y.UnspentFen) - Math.Max(years.Sum(y => y.UnspentBesideFen), years.Sum(y => y.OverspentFen));
        var limit = Math.Max(0, Math.Min(unspent, years.Sum(y => y.OpenFen)));
        foreach (var year in newestFirst)
        {
            LowerTo(year, Math.Max(year.KeptFen, year.FreeFen), unused.Values.Sum() - limit);
        }

        foreach (var year in newestFirst)
        {
            LowerTo(year, year.KeptFen, unused.Values.Sum() - limit);
        }

        return [.. years.OrderBy(y => y.FiscalYear).Select(y => (y.FiscalYear, y.UnusedFen - unused[y.FiscalYear])).Where(e => e.Item2 > 0)];

        void LowerTo(ClaimedYear year, long least, long most) =>
            unused[year.FiscalYear] -= Math.Max(0, Math.Min(most, unused[year.FiscalYear] - Math.Max(0, least)));
    }

    /// <summary>The sheet of a claim that came down.</summary>
    public static CalculationSheet Explain(IEnumerable<ClaimedYear> years, PaymentRules rules)
    {
        var builder = rules.Pack.Sheet("未使用资金减少", "Less was unused");
        foreach (var year in years.Where(y => y.UnusedFen > 0))
        {
            builder = builder.Line(
                $"{year.FiscalYear}年度未使用资金（已拨付－经核实支出－其他事由追缴，不低于零）",
                $"Unused of {year.FiscalYear}: paid less verified spending and what is claimed for other causes, not below zero",
                rules.RecognitionPeriod!.ClauseId,
                Figure.Of(Money.FromFen(Math.Max(0, year.FreeFen))),
                new SheetInput(new Label("已拨付", "Paid"), Figure.Of(Money.FromFen(year.PaidFen))),
                new SheetInput(new Label("经核实支出", "Verified spending"), Figure.Of(Money.FromFen(year.SpentFen))),
                new SheetInput(new Label("多拨付金额", "Above the entitled amount"), Figure.Of(Money.FromFen(year.AboveEntitledFen))),
                new SheetInput(new Label("确认时其他事由追缴", "Claimed for other causes when it was confirmed"), Figure.Of(Money.FromFen(year.BesideFen))),
                new SheetInput(new Label("未支出部分现由其他事由追缴", "Claimed for other causes now, of what was not spent"), Figure.Of(Money.FromFen(year.UnspentBesideFen))));
        }

        return builder.Build();
    }
}
