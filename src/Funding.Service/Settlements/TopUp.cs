using Contracts.Refusals;
using Contracts.Values;
using Funding.Accounts;
using Funding.Data;
using Funding.Packs;
using Microsoft.EntityFrameworkCore;

namespace Funding.Settlements;

/// <summary>The decision by which a settled year is topped up (补差).</summary>
/// <param name="DocumentNumber">Number of the decision.</param>
/// <param name="DecidedOn">Its day.</param>
internal sealed record TopUpDecision(string DocumentNumber, DateOnly DecidedOn)
{
    /// <summary>What is wrong with it.</summary>
    public Refusal? Check(DateOnly today) =>
        Checks.Text("topUp.documentNumber", DocumentNumber, 100) ?? Checks.NotInFuture("topUp.decidedOn", DecidedOn, today);
}

/// <summary>
/// Topping a settled year up: entitled above what was paid before the review, by a decision that two persons carry out, within cap,
/// appropriation and years like every advance (ZS-06, ZS-03, ZS-04).
/// </summary>
internal static class TopUp
{
    private const string Clause = "ZS-06";

    /// <summary>Why a body's year takes no top-up; null where it does. Asked again at the approval, in the body's turn.</summary>
    public static async Task<Refusal?> NoTopUpAsync(
        this FundingDb db, FundingAccount account, int fiscalYear, PaymentRules rules, CancellationToken cancellationToken)
    {
        var settled = await db.Settlements.AsNoTracking()
            .SingleOrDefaultAsync(s => s.InstitutionId == account.InstitutionId && s.FiscalYear == fiscalYear, cancellationToken);
        var pending = await db.PublishedResults.AnyAsync(
            r => r.InstitutionId == account.InstitutionId && r.FiscalYear == fiscalYear && r.IsPending, cancellationToken);
        return Decide(settled, pending, rules)?.With("institutionId", account.InstitutionId).With("fiscalYear", fiscalYear);
    }

    /// <summary>The decision itself.</summary>
    public static Refusal? Decide(Settlement? settled, bool pending, PaymentRules rules) =>
        !rules.TopUpAllowed ? Refusal.Conflict(
            "no-top-up",
            Clause,
            "该政策未规定补差：实际应补助金额不超过已拨付金额。如市科技局决定可以补差，请先在政策包中写明。",
            "The programme has no top-up: the entitled amount is never above what was paid. If the bureau decides otherwise, its pack says so first.")
        : settled is null || pending ? Refusal.Conflict(
            "year-not-settled",
            Clause,
            "该年度尚未结算，或有更正的考核结果待结算；结算后方可补差。",
            "The year is not settled, or a corrected result waits; it is topped up once it is settled.")
        : settled.ClawbackFen > 0 ? Refusal.Conflict(
                "top-up-while-claimed",
                Clause,
                $"该年度结算应追缴 {Money.FromFen(settled.ClawbackFen)} 元，不能同时补差；等次有误的，应更正考核结果。",
                $"The settlement takes {Money.FromFen(settled.ClawbackFen)} yuan of this year back; it is not topped up at the same time. A wrong grade is corrected in the review.")
            .With("clawbackFen", settled.ClawbackFen)
        : null;
}
