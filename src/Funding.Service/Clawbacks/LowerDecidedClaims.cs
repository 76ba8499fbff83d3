using Contracts.Values;
using Funding.Accounts;
using Funding.Data;
using Funding.Decisions;
using Funding.Ledger;
using Funding.Packs;
using Funding.Settlements;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Evaluation;

namespace Funding.Clawbacks;

/// <summary>
/// Takes claims by decision down where the bank returned the payment (退汇): nothing is claimed that was not paid. What was claimed as
/// unused comes down before.
/// </summary>
internal static class LowerDecidedClaims
{
    private const string PostedBy = "payment-returned";

    /// <summary>Lowers them. The caller holds the body's turn and has saved what it changed.</summary>
    public static async Task LowerDecidedClaimsAsync(
        this FundingDb db, FundingAccount account, PaymentRules rules, DateTime at, CancellationToken cancellationToken)
    {
        foreach (var year in account.Years.Where(y => y.DecidedFen > 0))
        {
            var books = await YearBooks.OpenAsync(db, account, year.FiscalYear, at, cancellationToken);
            var (_, revocation, fraud) = year.Held.Excess(year.PaidFen, books.AboveEntitledFen);
            if (revocation + fraud == 0)
            {
                continue;
            }

            year.Held = year.Held.Release(ClawbackCause.Revocation, revocation).Release(ClawbackCause.Fraud, fraud);
            var latest = await db.ClawbackDecisions
                .Where(d => d.InstitutionId == account.InstitutionId && d.FiscalYear == year.FiscalYear && d.Kind == DecisionKind.Claim && d.Status == DecisionStatus.Done)
                .OrderByDescending(d => d.Id).FirstAsync(cancellationToken);
            books.Close(
                PostingContext.Of(PostingKind.ClaimReduced, Guid.CreateVersion7(), account, year.FiscalYear, rules.Today, PostedBy, latest.DocumentNumber!),
                await db.SettlementSheetAsync(books.Settlement, cancellationToken),
                unusedSheet: null,
                rules,
                Explain(year, (books.Case(ClawbackCause.Fraud) ?? books.Case(ClawbackCause.Revocation))!.ClauseId, rules));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static CalculationSheet Explain(FundedYear year, string clauseId, PaymentRules rules) => rules.Pack.Sheet("追缴减少", "Less is claimed")
        .Line(
            $"{year.FiscalYear}年度已拨付（退汇后），追缴不超过已拨付",
            $"Paid of {year.FiscalYear} after the return; no more is claimed than was paid",
            clauseId,
            Figure.Of(Money.FromFen(year.PaidFen)),
            new SheetInput(new Label("按决定追缴", "Claimed by decision"), Figure.Of(Money.FromFen(year.DecidedFen))))
        .Build();
}
