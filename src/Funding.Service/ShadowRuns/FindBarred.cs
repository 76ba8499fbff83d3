using Contracts.Registry;
using Contracts.Values;
using Funding.BureauTables;
using Policies;
using Policies.Evaluation;

namespace Funding.ShadowRuns;

/// <summary>ZS-20…22, ZS-30: payments to a body in a standing that may not be paid, and recognitions before its ban was over.</summary>
internal sealed class FindBarred(Books books, RulesByDay rules, CountedFens counted)
{
    private const string Rule = "payable";

    /// <summary>What was paid.</summary>
    public IEnumerable<Finding> Payments() => !rules.Has(Rule)
        ? []
        : books.Bodies.SelectMany(body => body.Payments
            .Select(payment => (Payment: payment, Standing: StandingOn(body, payment.On)))
            .Where(paid => paid.Standing is not null)
            .GroupBy(paid => (paid.Payment.FiscalYear, Standing: paid.Standing!))
            .Select(year => Find(body, year.Key.Standing, [.. year.Select(paid => paid.Payment)]))
            .OfType<Finding>());

    /// <summary>Who was recognised too early.</summary>
    public IEnumerable<Finding> Recognitions() => books.Bodies.SelectMany(body => body.Standings
        .Select(barred => Again(body, barred) is { } again ? TooEarly(body, barred, again) : null)
        .OfType<Finding>());

    private StandingRow? Again(BodyBooks body, StandingRow barred) => Ban(barred) is { LastDay: var lastDay }
        ? body.Standings.FirstOrDefault(s => s.Since > barred.Since && s.Since <= lastDay && (s.Standing is Standings.Recognised or Standings.UnderConstruction))
        : null;

    // A day on which a body loses its standing is the first on which it is not paid.
    private static StandingRow? StandingOn(BodyBooks body, DateOnly? day) => day is { } on ? body.Standings.LastOrDefault(s => s.Since <= on) : null;

    private Finding? Find(BodyBooks body, StandingRow standing, List<PaidRow> payments)
    {
        var on = rules.On(payments[0].On);
        if (on.Payable(standing.Standing).Refusal is not { } refusal)
        {
            return null;
        }

        var fen = payments.Sum(p => p.AmountFen);
        var (zh, amount) = (Words.StandingZh(standing.Standing), Money.FromFen(fen));
        var clause = on.ClauseOf(standing.Standing) ?? refusal.Clause;
        var until = Ban(standing) is { } ban ? ban.LastDay : (DateOnly?)null;
        return new Finding
        {
            Kind = FindingKind.PaidWhileBarred,
            Citation = Cite(clause),
            Body = body.Name,
            FiscalYear = payments[0].FiscalYear,
            AmountFen = fen,
            CountedFen = payments.Sum(p => counted.Count(body, p, p.AmountFen)),
            Text = new Label(
                $"“{body.Name}”自{standing.Since:yyyy-MM-dd}起{zh}{(until is { } last ? $"（禁止期至{last:yyyy-MM-dd}）" : "")}，此后仍拨付{amount}元。",
                $"'{body.Name}' has been {standing.Standing} since {standing.Since:yyyy-MM-dd}{(until is { } day ? $", barred until {day:yyyy-MM-dd}" : "")}; {amount} yuan were paid all the same."),
            Sheet = rules.Pack.Sheet("拨付时的状态", "The standing when it was paid")
                .Line(
                    "拨付时不得补助",
                    "Not to be paid on that day",
                    clause,
                    Figure.Of(amount),
                    new SheetInput(new Label("状态", "Standing"), Figure.Of(new Label(zh, standing.Standing))),
                    new SheetInput(new Label("状态起始日", "Since"), Figure.Of(standing.Since)),
                    new SheetInput(new Label("拨付日", "Paid on"), Figure.Of(payments[0].On!.Value)))
                .Build(),
            Refusal = refusal with
            {
                Clause = clause,
                Zh = $"“{body.Name}”的状态为“{zh}”，不能获得补助。",
                En = $"'{body.Name}' is {standing.Standing} and cannot be paid.",
            },
            Rows = [standing.Origin, .. payments.Select(p => p.Origin)],
        };
    }

    private Finding TooEarly(BodyBooks body, StandingRow barred, StandingRow again)
    {
        var (ground, lastDay) = Ban(barred)!.Value;
        return new Finding
        {
            Kind = FindingKind.RecognisedWhileBarred,
            Citation = ground.Citation,
            Body = body.Name,
            FiscalYear = again.Since.Year,
            AmountFen = 0,
            CountedFen = 0,
            Text = new Label(
                $"“{body.Name}”{barred.Since:yyyy-MM-dd}{Words.StandingZh(barred.Standing)}，{lastDay:yyyy-MM-dd}以前不得再次申请，却于{again.Since:yyyy-MM-dd}{Words.StandingZh(again.Standing)}。",
                $"'{body.Name}' was {barred.Standing} on {barred.Since:yyyy-MM-dd} and barred until {lastDay:yyyy-MM-dd}; it was {again.Standing} on {again.Since:yyyy-MM-dd}."),
            Sheet = rules.Pack.Sheet("禁止期核对", "The ban")
                .Line("禁止期最后一日", "Last day of the ban", ground.Citation.ClauseId, Figure.Of(lastDay), new SheetInput(new Label("决定日", "Decided on"), Figure.Of(barred.Since)))
                .Build(),
            Rows = [barred.Origin, again.Origin],
        };
    }

    /// <summary>The ban that a standing brings (P-2); null where the pack names none.</summary>
    private (Ground Ground, DateOnly LastDay)? Ban(StandingRow standing)
    {
        var measure = standing.Standing switch { Standings.Delisted => "delisting", Standings.Revoked => "revocation", _ => null };
        return rules.Pack.Grounds.FirstOrDefault(g => g.Measure == measure) is { Term: { } term } ground
            ? (ground, rules.Pack.Period(term, rules.On(standing.Since).Today).Value.LastDay(standing.Since))
            : null;
    }

    private Citation Cite(string clause) =>
        rules.Pack.Grounds.FirstOrDefault(g => g.Citation.ClauseId == clause)?.Citation ?? rules.Cite(Rule);
}
