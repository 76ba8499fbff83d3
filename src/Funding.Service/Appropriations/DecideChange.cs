using Contracts.Refusals;
using Contracts.Values;
using Funding.Packs;
using Policies;
using Policies.Evaluation;

namespace Funding.Appropriations;

/// <summary>What a change is decided on.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="AmountFen">By how much; of a close nothing is asked.</param>
/// <param name="Of">The appropriation that it changes.</param>
/// <param name="Into">The later year's, where it carries over.</param>
/// <param name="UnderWay">How many of its payments are approved or exported and not answered.</param>
/// <param name="UnderWayFen">Their sum.</param>
internal sealed record ChangeFacts(
    AppropriationChangeKind Kind, long AmountFen, Appropriation Of, Appropriation? Into = null, int UnderWay = 0, long UnderWayFen = 0);

/// <summary>
/// Whether an appropriation may change, and the sheet that explains it. Money that is carried over counts against the cap of the year
/// that takes it (ZS-03): that is the year in which it is paid.
/// </summary>
internal static class DecideChange
{
    public static Outcome<CalculationSheet> Decide(ChangeFacts facts, PaymentRules rules) => facts.Kind switch
    {
        AppropriationChangeKind.Supplement => Refused(facts.Of, [AppropriationStatus.Open]) ?? Ended(facts.Of, rules) ?? AboveCap(facts.Of, facts.AmountFen, rules),
        AppropriationChangeKind.Reduction => Refused(facts.Of, [AppropriationStatus.Open, AppropriationStatus.Closed]) ?? MoreThanLeft(facts),
        AppropriationChangeKind.CarryOver => Refused(facts.Of, [AppropriationStatus.Open, AppropriationStatus.Closed])
            ?? Running(facts.Of, rules) ?? NotLater(facts) ?? Refused(facts.Into!, [AppropriationStatus.Open]) ?? Ended(facts.Into!, rules)
            ?? MoreThanLeft(facts) ?? AboveCap(facts.Into!, facts.AmountFen, rules),
        _ => Refused(facts.Of, [AppropriationStatus.Open]) ?? Running(facts.Of, rules) ?? PaymentsUnderWay(facts),
    } is { } refusal
        ? refusal
        : Explain(facts, rules);

    private static CalculationSheet Explain(ChangeFacts facts, PaymentRules rules)
    {
        var of = facts.Of;
        var (now, committed, amount) = (Money.FromFen(of.AmountFen), Money.FromFen(of.CommittedFen), Money.FromFen(facts.AmountFen));
        var (zh, en) = facts.Kind.Title();
        var sheet = rules.Pack.Sheet(zh, en).Line(
            $"{of.FiscalYear}年度安排现额",
            $"The appropriation of {of.FiscalYear} before",
            rules.CapClause,
            Figure.Of(now),
            new SheetInput(new Label("批准时", "As opened"), Figure.Of(Money.FromFen(of.OpenedFen))),
            new SheetInput(new Label("已占用（P-4）", "Committed (P-4)"), Figure.Of(committed)));
        return (facts.Kind switch
        {
            AppropriationChangeKind.Supplement => After(sheet, of, now + amount, rules),
            AppropriationChangeKind.Reduction => After(sheet, of, now.Above(amount), rules),
            AppropriationChangeKind.CarryOver => After(After(sheet, of, now.Above(amount), rules), facts.Into!, Money.FromFen(facts.Into!.AmountFen) + amount, rules),
            _ => sheet.Line("年终注销", "Lapses with the year", rules.CapClause, Figure.Of(Money.FromFen(of.LeftFen))),
        }).Build();
    }

    private static SheetBuilder After(SheetBuilder sheet, Appropriation row, Money after, PaymentRules rules)
    {
        sheet = sheet.Line($"{row.FiscalYear}年度安排调整后", $"The appropriation of {row.FiscalYear} after", rules.CapClause, Figure.Of(after));
        return rules.AnnualCap is { } cap && after.Fen > row.AmountFen ? sheet.Line(cap, Figure.Of(cap.Value)) : sheet;
    }

    private static Refusal? Refused(Appropriation row, AppropriationStatus[] fits) => fits.Contains(row.Status)
        ? null
        : Refusal.Conflict(
                "appropriation-not-open",
                "status",
                $"{row.FiscalYear}年度安排现为“{row.Status.Zh()}”，不能作此调整。",
                $"The appropriation of {row.FiscalYear} is {row.Status.En()} and cannot be changed so.")
            .With("appropriationId", row.Id).With("status", row.Status.En());

    private static Refusal? Ended(Appropriation row, PaymentRules rules) => rules.Today.Year <= row.FiscalYear
        ? null
        : Refusal.Conflict(
                "fiscal-year-over",
                rules.CapClause,
                $"{row.FiscalYear}年度已结束，其年度安排不再增加；请使用本年度安排。",
                $"Fiscal year {row.FiscalYear} is over; its appropriation grows no more. Use this year's.")
            .With("fiscalYear", row.FiscalYear).With("today", rules.Today);

    private static Refusal? Running(Appropriation row, PaymentRules rules) => rules.Today.Year > row.FiscalYear
        ? null
        : Refusal.Conflict(
                "fiscal-year-running",
                rules.CapClause,
                $"{row.FiscalYear}年度尚未结束，自 {row.FiscalYear + 1}-01-01 起方可结转或结账。",
                $"Fiscal year {row.FiscalYear} is running; it is carried over or closed from {row.FiscalYear + 1}-01-01.")
            .With("fiscalYear", row.FiscalYear).With("today", rules.Today);

    private static Refusal? NotLater(ChangeFacts facts) =>
        facts.Into is { } into && into.Programme == facts.Of.Programme && into.FiscalYear > facts.Of.FiscalYear
            ? null
            : Refusal.BadInput(
                "intoId",
                facts.Into?.FiscalYear,
                "须指定同一政策以后年度的年度安排。",
                "Name the appropriation of a later year of the same programme.");

    // P-4: what is approved is committed, paid or not.
    private static Refusal? MoreThanLeft(ChangeFacts facts)
    {
        var (amount, committed, left, asked) =
            (Money.FromFen(facts.Of.AmountFen), Money.FromFen(facts.Of.CommittedFen), Money.FromFen(facts.Of.LeftFen), Money.FromFen(facts.AmountFen));
        return asked <= left
            ? null
            : Refusal.Conflict(
                    "appropriation-committed",
                    "P-4",
                    $"{facts.Of.FiscalYear}年度安排 {amount} 元，已占用 {committed} 元，最多可调出 {left} 元，本次 {asked} 元。",
                    $"Of the {amount} yuan of {facts.Of.FiscalYear}, {committed} is committed: at most {left} can be taken out, not {asked}.")
                .With("fiscalYear", facts.Of.FiscalYear).With("appropriationFen", amount.Fen).With("committedFen", committed.Fen)
                .With("leftFen", left.Fen).With("askedFen", asked.Fen);
    }

    private static Refusal? AboveCap(Appropriation row, long moreFen, PaymentRules rules)
    {
        var (cap, after) = (rules.AnnualCap?.Value ?? Money.FromFen(Money.MaxFen), row.AmountFen + moreFen);
        return after <= cap.Fen
            ? null
            : Refusal.Conflict(
                    "annual-cap-exceeded",
                    rules.CapClause,
                    $"{row.FiscalYear}年度安排现为 {Money.FromFen(row.AmountFen)} 元，增加 {Money.FromFen(moreFen)} 元后超过上限 {cap} 元。",
                    $"The appropriation of {row.FiscalYear} is {Money.FromFen(row.AmountFen)} yuan; with {Money.FromFen(moreFen)} more it is above the cap of {cap}.")
                .With("fiscalYear", row.FiscalYear).With("appropriationFen", row.AmountFen).With("askedFen", moreFen).With("capFen", cap.Fen);
    }

    private static Refusal? PaymentsUnderWay(ChangeFacts facts) => facts.UnderWay == 0
        ? null
        : Refusal.Conflict(
                "year-has-payments-under-way",
                "P-4",
                $"{facts.Of.FiscalYear}年度还有 {facts.UnderWay} 笔共 {Money.FromFen(facts.UnderWayFen)} 元已复核而银行未回单，办结或取消后方可结账。",
                $"{facts.UnderWay} payment(s) of {facts.Of.FiscalYear}, {Money.FromFen(facts.UnderWayFen)} yuan, are approved and not answered by the bank; finish or cancel them first.")
            .With("fiscalYear", facts.Of.FiscalYear).With("payments", facts.UnderWay).With("underWayFen", facts.UnderWayFen);
}
