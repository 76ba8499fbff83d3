using Contracts.Values;
using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Ledger;
using Funding.Packs;
using Policies;
using Policies.Evaluation;

namespace Funding.Decisions;

/// <summary>An approved decision on its way into the books.</summary>
/// <param name="Db">The database.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Account">The body, in its turn; null where a receipt goes back to its payer.</param>
/// <param name="Facts">The case; null where there is none.</param>
/// <param name="Rules">The pack on the deciding day; null where no programme is concerned.</param>
/// <param name="By">Who carries it out.</param>
/// <param name="Today">The business day.</param>
internal sealed record CarryOut(
    FundingDb Db, ClawbackDecision Decision, FundingAccount? Account, CaseFacts? Facts, PaymentRules? Rules, Signature By, DateOnly Today)
{
    /// <summary>Posts how the case's money moved.</summary>
    public void Post(PostingKind kind, ClaimFigures before)
    {
        var clawback = Facts!.Clawback;
        Db.Post(
            PostingContext.Of(kind, Decision.Id, Account!, clawback.FiscalYear, Today, By.Subject, Decision.DocumentNumber ?? Decision.NumberText() ?? ""),
            Balances.Difference(before.Position(), clawback.Figures.Position()));
    }
}

/// <summary>The sheet of a decision about a case: what it stood at, what is decided, what it stands at now.</summary>
internal static class CaseSheet
{
    public static CalculationSheet Explain(this CaseFacts facts, string zh, string en, string clauseId, ClaimFigures before, Label now, Money amount)
    {
        var after = facts.Clawback.Figures;
        return facts.Rules.Pack.Sheet(zh, en)
            .Line("此前未缴", "Outstanding before", facts.Clawback.ClauseId, Fen(before.OutstandingFen), Inputs(before))
            .Line(now.Zh, now.En, clauseId, Figure.Of(amount))
            .Line("此后未缴", "Outstanding after", facts.Clawback.ClauseId, Fen(after.OutstandingFen), Inputs(after))
            .Line("此后应退", "Owed to the body after", facts.Clawback.ClauseId, Fen(after.RefundDueFen))
            .Build();
    }

    private static SheetInput[] Inputs(ClaimFigures figures) =>
    [
        new(new Label("应追缴", "Claimed"), Fen(figures.ClaimedFen)),
        new(new Label("已收", "Received"), Fen(figures.ReceivedFen)),
        new(new Label("已抵扣", "Withheld"), Fen(figures.OffsetFen)),
        new(new Label("已核销", "Written off"), Fen(figures.WrittenOffFen)),
        new(new Label("已退还", "Refunded"), Fen(figures.RefundedFen)),
    ];

    private static Figure Fen(long fen) => Figure.Of(Money.FromFen(fen));
}
