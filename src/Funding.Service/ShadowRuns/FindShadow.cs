using Funding.BureauTables;
using Policies;

namespace Funding.ShadowRuns;

/// <summary>What a shadow run found.</summary>
/// <param name="Findings">The findings, the most money first; those that name no money last.</param>
/// <param name="NotChecked">What the tables could not be held against.</param>
/// <param name="Years">The money year by year.</param>
/// <param name="Bodies">How many bodies there are.</param>
/// <param name="PaidFen">All that was paid.</param>
internal sealed record Shadow(IReadOnlyList<Finding> Findings, IReadOnlyList<NotChecked> NotChecked, IReadOnlyList<ShadowYear> Years, int Bodies, long PaidFen)
{
    /// <summary>Every fen of every group, once.</summary>
    public long TotalFen => Findings.Sum(f => f.CountedFen);
}

/// <summary>A fiscal year as the tables tell it.</summary>
/// <param name="FiscalYear">The year.</param>
/// <param name="PaidFen">Paid and not returned.</param>
/// <param name="CapFen">Its cap; null where the pack has none.</param>
internal sealed record ShadowYear(int FiscalYear, long PaidFen, long? CapFen);

/// <summary>
/// Holds a bureau's tables against a pack as if the platform had been there. Pure: rows, pack and a day in, findings out; every
/// figure is the pack's own rule at work.
/// </summary>
internal static class FindShadow
{
    /// <summary>The findings.</summary>
    /// <param name="rows">What the tables tell.</param>
    /// <param name="pack">The rules; what was before them is held against those of their first day.</param>
    /// <param name="asOf">The day up to which deadlines are looked at.</param>
    public static Shadow Run(BureauRows rows, PolicyPack pack, DateOnly asOf)
    {
        var (books, rules, counted) = (Books.Of(rows), new RulesByDay(pack, asOf), new CountedFens());
        var invoices = FirstInvoices.Among(rows.Invoices);
        var (barred, overPaid, deadlines) = (
            new FindBarred(books, rules, counted), new FindOverPaid(books, rules, counted), new FindMissedDeadlines(books, rules, invoices, counted));

        // The order decides which finding counts a fen that several speak of.
        var found = new List<Finding>();
        found.AddRange(new FindAboveCap(books, rules, counted).Run());
        var ceilings = new FindAboveCeiling(books, rules, counted);
        found.AddRange(ceilings.Run());
        var ratios = new FindAboveRatio(books, rules, counted, ceilings.Kind);
        found.AddRange(ratios.Run());
        found.AddRange(new FindExtraYears(books, rules, counted).Run());
        var missed = deadlines.All();
        found.AddRange(missed.Select(deadlines.PaidAfterwards).OfType<Finding>());
        found.AddRange(barred.Payments());
        found.AddRange(overPaid.Run());
        found.AddRange(missed.Select(one => deadlines.Unused(one, overPaid.Unclaimed(one.Body))));
        found.AddRange(new FindInvoicesTwice(books, rules, invoices).Run());
        found.AddRange(barred.Recognitions());
        return new Shadow(
            [.. found.OrderByDescending(f => f.AmountFen).ThenBy(f => f.Kind).ThenBy(f => f.Body, StringComparer.Ordinal).ThenBy(f => f.FiscalYear)],
            [.. Silent(books, rules), .. Silent(books, rules, ceilings), .. Silent(ratios, ceilings)],
            [.. books.Payments.Concat(books.Claims).GroupBy(p => p.FiscalYear).OrderBy(y => y.Key).Select(y => new ShadowYear(y.Key, y.Sum(p => p.AmountFen), Cap(rules, y.Key)))],
            books.Bodies.Count,
            books.Payments.Concat(books.Claims).Sum(p => p.AmountFen));
    }

    private static long? Cap(RulesByDay rules, int year) =>
        rules.HasParameter("annual-cap") ? rules.Pack.Amount("annual-cap", rules.OnYear(year).Today).Value.Fen : null;

    private static IEnumerable<NotChecked> Silent(Books books, RulesByDay rules, FindAboveCeiling ceilings) =>
        rules.Pack.Claims.FirstOrDefault(c => c.Ceiling is not null) is not { } kind ? []
        : ceilings.Kind is null ? [new NotChecked(kind.Citation.ClauseId, new Label("本政策有多项补助上限，补助申领表不分项，未核对上限。", "The programme has several ceilings and a table of claims tells no kinds; ceilings were not looked at."))]
        : books.Kinds.Contains(TableKind.Claims) ? []
        : [new NotChecked(kind.Citation.ClauseId, new Label("没有补助申领表，未核对单个企业补助上限。", "No table of claims was given; companies' ceilings were not looked at."))];

    private static IEnumerable<NotChecked> Silent(FindAboveRatio ratios, FindAboveCeiling ceilings) => ratios.Silent == 0
        ? []
        : [new NotChecked(ceilings.Kind!.Citation.ClauseId, new Label(
            $"{ratios.Silent}笔补助没有填写实际支付额，未核对其补助比例。",
            $"{ratios.Silent} subsidies do not tell what was actually paid; their ratio was not looked at."))];

    private static IEnumerable<NotChecked> Silent(Books books, RulesByDay rules)
    {
        if (rules.Has("clawback") && !books.Kinds.Contains(TableKind.Reviews))
        {
            yield return new NotChecked(rules.Cite("clawback").ClauseId, new Label("没有考核等次表，未核对多拨付资金。", "No table of grades was given; over-payments were not looked for."));
        }

        if (rules.Has("recognition-deadline") && !books.Kinds.Contains(TableKind.Standings))
        {
            yield return new NotChecked(
                rules.Cite("recognition-deadline").ClauseId, new Label("没有认定与处理表，未核对认定期限和拨付时的状态。", "No table of recognitions was given; deadlines and standings were not looked at."));
        }

        if (rules.Has("unused") && !books.Kinds.Contains(TableKind.Invoices))
        {
            yield return new NotChecked(rules.Cite("unused").ClauseId, new Label("没有支出票据表，未核对重复列支，未使用金额待核实。", "No table of invoices was given; repeated invoices were not looked for, and unused money is yet to be established."));
        }
    }
}
