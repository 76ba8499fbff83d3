using Contracts.Values;
using Funding.Accounts;
using Funding.Packs;
using Policies;
using Policies.Evaluation;

namespace Funding.Clawbacks;

/// <summary>What is claimed of a year for one cause, and the sheet that explains it.</summary>
internal sealed record Demand(ClawbackCause Cause, long ClaimedFen, Guid? SettlementId, CalculationSheet? Sheet, FundingAccount Account, FundedYear Year);

/// <summary>
/// Opens a clawback for exactly what is claimed, due by the pack's term, and follows when the claim changes. There is one case for
/// a body's year and cause; it keeps what was received whatever becomes of the claim.
/// </summary>
internal static class OpenClawback
{
    /// <summary>Brings the case to what is claimed; opens none, and yields null, where nothing ever was.</summary>
    public static Clawback? Claim(Clawback? known, Demand demand, PaymentRules rules)
    {
        if (known is null)
        {
            return demand.ClaimedFen > 0 ? Open(demand, rules) : null;
        }

        if (known.ClaimedFen != demand.ClaimedFen)
        {
            Correct(known, demand, rules);
        }

        return known;
    }

    private static Clawback Open(Demand demand, PaymentRules rules)
    {
        var (dueOn, clauseId, sheet) = Explain(demand, rules);
        return new Clawback
        {
            Id = Guid.CreateVersion7(),
            Jurisdiction = demand.Account.Jurisdiction,
            InstitutionId = demand.Account.InstitutionId,
            Programme = demand.Account.Programme,
            FiscalYear = demand.Year.FiscalYear,
            Cause = demand.Cause,
            ClauseId = clauseId,
            SettlementId = demand.SettlementId,
            Status = ClawbackStatus.Open,
            ClaimedFen = demand.ClaimedFen,
            OpenedOn = rules.Today,
            DueOn = dueOn,
            Sheet = sheet,
        };
    }

    // A larger claim is a new demand: it gets the whole term again, and what was agreed about the smaller one falls away. A smaller
    // one keeps the day that was set.
    private static void Correct(Clawback clawback, Demand demand, PaymentRules rules)
    {
        var (dueOn, _, sheet) = Explain(demand, rules);
        if (demand.ClaimedFen > clawback.ClaimedFen)
        {
            (clawback.DueOn, clawback.Plan) = (dueOn, null);
        }

        clawback.ClaimedFen = demand.ClaimedFen;
        clawback.Sheet = sheet;
        clawback.Conclude(rules.Today);
    }

    private static (DateOnly DueOn, string ClauseId, string Sheet) Explain(Demand demand, PaymentRules rules)
    {
        if (!rules.ClawbackDue().Accepted(out var due, out var refused))
        {
            throw new PolicyException(refused);
        }

        var clauseId = rules.ClauseOf(demand.Cause) ?? due.Sheet.Lines[0].ClauseId;
        var builder = rules.Pack.Sheet("追缴", "Clawback");
        builder = demand.Sheet is { } sheet ? builder.Lines(sheet) : builder;
        builder = demand.Year.ClaimedFen > demand.ClaimedFen ? Share(builder, demand, clauseId) : builder;
        return (due.Day!.Value, clauseId, StoredSheet.Write(builder.Lines(due.Sheet).Build()));
    }

    // Where several causes could claim: what is in this case, and what is in the others.
    private static SheetBuilder Share(SheetBuilder builder, Demand demand, string clauseId) => builder.Line(
        $"{demand.Year.FiscalYear}年度本案追缴（同一分钱只追缴一次）",
        $"Claimed of {demand.Year.FiscalYear} in this case (a fen is claimed once)",
        clauseId,
        Figure.Of(Money.FromFen(demand.ClaimedFen)),
        new SheetInput(new Label("该年度已拨付", "Paid of the year"), Figure.Of(Money.FromFen(demand.Year.PaidFen))),
        new SheetInput(new Label("该年度另案追缴", "Claimed of it in other cases"), Figure.Of(Money.FromFen(demand.Year.ClaimedFen - demand.ClaimedFen))));
}
