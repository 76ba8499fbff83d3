using Contracts.Values;
using Funding.Accounts;
using Funding.Data;
using Funding.Packs;
using Funding.Payments;
using Funding.Spending;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Evaluation;

namespace Funding.Deadlines;

/// <summary>A year's money as the deadline looks at it.</summary>
/// <param name="FiscalYear">The year.</param>
/// <param name="PaidFen">Paid, not returned, and allotted so early that its time is over.</param>
/// <param name="SpentFen">Verified spending up to the cut-off.</param>
/// <param name="RecoveredFen">Received back for a claim that stands.</param>
/// <param name="OutstandingFen">Claimed back already, and not received; what was given up of it as well, for a fen is claimed once.</param>
internal sealed record YearMoney(int FiscalYear, long PaidFen, long SpentFen, long RecoveredFen, long OutstandingFen)
{
    /// <summary>What is left of the year itself.</summary>
    public long LeftFen => Math.Max(0, PaidFen - SpentFen - RecoveredFen - OutstandingFen);
}

/// <summary>What is unused, year by year, and the sheet that explains it.</summary>
internal sealed record UnusedFigures(Money Total, IReadOnlyList<(int FiscalYear, long Fen)> Shares, CalculationSheet Sheet);

/// <summary>ZS-08: disbursed less verified spending, what came back and what is claimed already, not below zero.</summary>
internal static class UnusedMoney
{
    /// <summary>The figures: the total by the pack, then shared over the years by what is left in each, oldest first.</summary>
    /// <param name="allottedOn">From when the clock ran.</param>
    /// <param name="cutOff">Until when spending counts.</param>
    /// <param name="years">The money.</param>
    /// <param name="rules">The pack on the deciding day.</param>
    public static UnusedFigures Calculate(DateOnly allottedOn, DateOnly cutOff, IReadOnlyList<YearMoney> years, PaymentRules rules)
    {
        var paid = years.Where(y => y.PaidFen > 0).OrderBy(y => y.FiscalYear).ToList();
        if (!rules.RecognitionDeadline(allottedOn).Accepted(out var deadline, out var refused)
            || !rules.Unused(paid.Select(y => Money.FromFen(y.PaidFen)), Sum(y => y.SpentFen), Sum(y => y.RecoveredFen), Sum(y => y.OutstandingFen))
                .Accepted(out var unused, out refused))
        {
            throw new PolicyException(refused);
        }

        var (total, clause) = (unused.Amount!.Value, unused.Sheet.Lines[^1].ClauseId);
        var shares = Share(total.Fen, paid);
        var builder = rules.Pack.Sheet("逾期未认定追缴", "Clawback of unused money after the deadline")
            .Lines(deadline.Sheet)
            .Line("支出计至", "Spending counts until", clause, Figure.Of(cutOff))
            .Lines(unused.Sheet);
        foreach (var (year, fen) in shares)
        {
            var left = paid.Find(y => y.FiscalYear == year)!.LeftFen;
            builder = builder.Line(
                $"其中{year}年度", $"Of it {year}", clause, Figure.Of(Money.FromFen(fen)), new SheetInput(new Label("该年度尚余", "Left of the year"), Figure.Of(Money.FromFen(left))));
        }

        return new UnusedFigures(total, shares, builder.Build());

        Money Sum(Func<YearMoney, long> of) => Money.FromFen(paid.Sum(of));
    }

    /// <summary>Reads the money of a body whose time is over. What the running write has changed must be saved.</summary>
    /// <param name="db">The database.</param>
    /// <param name="account">The body, in its turn.</param>
    /// <param name="deadline">The deadline that was missed.</param>
    /// <param name="cutOff">Until when spending counts.</param>
    /// <param name="rules">The pack on the deciding day.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IReadOnlyList<YearMoney>> ReadAsync(
        FundingDb db, FundingAccount account, DateOnly deadline, DateOnly cutOff, PaymentRules rules, CancellationToken cancellationToken)
    {
        var paid = await PaidAsync(db, account, deadline, rules, cancellationToken);
        var spent = await db.SpentAsync(account.InstitutionId, cutOff, cancellationToken);
        var clawbacks = (await db.Clawbacks.Where(c => c.InstitutionId == account.InstitutionId).ToListAsync(cancellationToken)).ToLookup(c => c.FiscalYear);
        return
        [
            .. paid.Where(y => y.Value > 0).OrderBy(y => y.Key).Select(y => new YearMoney(
                y.Key,
                y.Value,
                spent.GetValueOrDefault(y.Key),
                clawbacks[y.Key].Sum(c => c.Figures.RecoveredFen),
                clawbacks[y.Key].Sum(c => c.ClaimedFen - c.Figures.RecoveredFen))),
        ];
    }

    // Where each allotment has its own clock, only the money counts whose time is over.
    private static async Task<Dictionary<int, long>> PaidAsync(
        FundingDb db, FundingAccount account, DateOnly deadline, PaymentRules rules, CancellationToken cancellationToken)
    {
        if (!rules.EachAllotmentRuns)
        {
            return account.Years.ToDictionary(y => y.FiscalYear, y => y.PaidFen);
        }

        var advances = await db.Advances.Where(a => a.InstitutionId == account.InstitutionId && a.Status == PaymentStatus.Paid).ToListAsync(cancellationToken);
        return advances.Where(a => RecognitionClock.Deadline(a.ClockFrom, rules) <= deadline)
            .GroupBy(a => a.FiscalYear).ToDictionary(g => g.Key, g => g.Sum(a => a.AmountFen));
    }

    private static List<(int FiscalYear, long Fen)> Share(long totalFen, IEnumerable<YearMoney> years)
    {
        var shares = new List<(int, long)>();
        foreach (var year in years)
        {
            var fen = Math.Min(totalFen, year.LeftFen);
            totalFen -= fen;
            if (fen > 0)
            {
                shares.Add((year.FiscalYear, fen));
            }
        }

        return totalFen == 0 ? shares : throw new InvalidOperationException($"{totalFen} fen are unused but left in no year.");
    }
}
