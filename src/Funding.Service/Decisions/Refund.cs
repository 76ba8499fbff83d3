using Contracts.Refusals;
using Contracts.Values;
using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Ledger;
using Funding.Receipts;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Decisions;

/// <summary>What goes back, to whom and why.</summary>
internal sealed record RefundProposal(long AmountFen, string PayeeName, string PayeeAccount, string Reason);

/// <summary>That the bank returned it.</summary>
internal sealed record RefundPayment(DateOnly PaidOn, string BankReference);

/// <summary>
/// Returns what was received too much (退还): above the claim of a case, or matched to no case at all. Proposed and approved by two
/// persons; the books change when the bank has paid.
/// </summary>
internal static class Refund
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/clawbacks/{id:guid}/refunds", async (
                Guid id, RefundProposal request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
                (await db.WriteAsync(
                    inner => db.ProposeAsync(id, facts => Propose(request, facts, http.Caller().Signs(clock)), packs, clock, http.Caller(), inner), ct)).ToHttp())
            .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();
        api.MapPost("/receipts/{id:guid}/refunds", async (Guid id, RefundProposal request, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
                (await db.WriteAsync(inner => OfReceiptAsync(id, request, db, clock, http.Caller(), inner), ct)).ToHttp())
            .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();
        api.MapPost("/clawback-decisions/{id:guid}/paid", async (
                Guid id, RefundPayment request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
                (await db.WriteAsync(inner => PaidAsync(id, request, db, packs, clock, http.Caller(), inner), ct)).ToHttp())
            .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();
    }

    /// <summary>Whether this much is owed to the body.</summary>
    public static Refusal? Decide(CaseFacts facts, Money amount) => amount <= Money.FromFen(facts.RefundableFen)
        ? null
        : Refusal.Conflict(
                "refund-above-due",
                facts.Clawback.ClauseId,
                $"应退 {Money.FromFen(facts.Clawback.RefundDueFen)} 元，其中尚未安排退还 {Money.FromFen(facts.RefundableFen)} 元，本次 {amount} 元超出。",
                $"{Money.FromFen(facts.Clawback.RefundDueFen)} yuan is owed to the body, {Money.FromFen(facts.RefundableFen)} of it not on its way yet; {amount} is more.")
            .With("refundDueFen", facts.Clawback.RefundDueFen).With("refundableFen", facts.RefundableFen).With("askedFen", amount.Fen);

    /// <summary>Orders it; nothing moves before the bank has paid.</summary>
    public static Outcome<CalculationSheet> Order(CarryOut act)
    {
        var (facts, amount) = (act.Facts!, Money.FromFen(act.Decision.AmountFen));
        if (Decide(facts, amount) is { } refusal)
        {
            return refusal;
        }

        act.Decision.Status = DecisionStatus.Approved;
        var before = facts.Clawback.Figures;
        return facts.Explain("多缴款退还", "Refund of an over-payment", facts.Clawback.ClauseId, before, new Label("本次退还", "Refunded now"), amount);
    }

    /// <summary>Orders what belongs to no case back to its payer, and takes it out of what may be matched.</summary>
    public static async Task<Outcome<CalculationSheet>> ReserveAsync(CarryOut act, CancellationToken ct)
    {
        var amount = Money.FromFen(act.Decision.AmountFen);
        act.Decision.Status = DecisionStatus.Approved;
        var reserved = await act.Db.Receipts
            .Where(r => r.Id == act.Decision.ReceiptId && r.MatchedFen + r.ReturnedFen + amount.Fen <= r.AmountFen)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.ReturnedFen, r => r.ReturnedFen + amount.Fen).SetProperty(r => r.Version, r => r.Version + 1), ct);
        var receipt = await act.Db.Receipts.AsNoTracking().SingleAsync(r => r.Id == act.Decision.ReceiptId, ct);
        return reserved == 1 ? Explain(receipt, amount) : MatchReceipt.AboveReceipt(receipt, amount.Fen);
    }

    /// <summary>What the receipt was, what is left of it, and by which rule two persons send it back: no programme is concerned.</summary>
    public static CalculationSheet Explain(Receipt receipt, Money amount) => SheetBuilder.OfThePlatform("未匹配缴款退还", "Refund of a receipt that belongs to no case")
        .Line(
            "退还前未匹配",
            "Not matched before",
            "P-5",
            Figure.Of(Money.FromFen(receipt.UnmatchedFen) + amount),
            new SheetInput(new Label("缴款书编号", "Receipt number"), Figure.Of(receipt.ReceiptNumber)),
            new SheetInput(new Label("缴款金额", "Receipt"), Figure.Of(Money.FromFen(receipt.AmountFen))),
            new SheetInput(new Label("已匹配", "Matched to cases"), Figure.Of(Money.FromFen(receipt.MatchedFen))),
            new SheetInput(new Label("此前已退", "Sent back before"), Figure.Of(Money.FromFen(receipt.ReturnedFen).Above(amount))))
        .Line("本次退还", "Refunded now", "P-5", Figure.Of(amount))
        .Line("退还后未匹配", "Not matched after", "P-5", Figure.Of(Money.FromFen(receipt.UnmatchedFen)))
        .Build();

    /// <summary>Gives a receipt back what a withdrawn order had taken of it.</summary>
    public static Task ReleaseAsync(FundingDb db, ClawbackDecision decision, CancellationToken ct) => db.Receipts
        .Where(r => r.Id == decision.ReceiptId)
        .ExecuteUpdateAsync(
            row => row.SetProperty(r => r.ReturnedFen, r => r.ReturnedFen - decision.AmountFen).SetProperty(r => r.Version, r => r.Version + 1), ct);

    private static Outcome<ClawbackDecision> Propose(RefundProposal request, CaseFacts facts, Signature by) =>
        Check(request) is { } wrong
            ? wrong
            : Decide(facts, Money.FromFen(request.AmountFen)) is { } refusal
                ? refusal
                : Proposing.On(facts.Clawback, DecisionKind.Refund, request.AmountFen, request.Reason, by)
                    with { PayeeName = request.PayeeName.Trim(), PayeeAccount = request.PayeeAccount };

    private static async Task<Outcome<DecisionView>> OfReceiptAsync(
        Guid id, RefundProposal request, FundingDb db, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Check(request) is { } wrong)
        {
            return wrong;
        }

        if (await db.Receipts.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Jurisdiction == caller.Jurisdiction, ct) is not { } receipt)
        {
            return ReadReceipts.NotFound(id);
        }

        if (request.AmountFen > receipt.UnmatchedFen)
        {
            return MatchReceipt.AboveReceipt(receipt, request.AmountFen);
        }

        var decision = new ClawbackDecision
        {
            Id = Guid.CreateVersion7(),
            Jurisdiction = receipt.Jurisdiction,
            Kind = DecisionKind.Refund,
            ReceiptId = id,
            AmountFen = request.AmountFen,
            PayeeName = request.PayeeName.Trim(),
            PayeeAccount = request.PayeeAccount,
            Reason = request.Reason.Trim(),
            Proposed = caller.Signs(clock),
        };
        db.ClawbackDecisions.Add(decision);
        await db.SaveChangesAsync(ct);
        return await ReadDecisions.FindAsync(decision.Id, db, caller, ct);
    }

    private static async Task<Outcome<DecisionView>> PaidAsync(
        Guid id, RefundPayment request, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Checks.First(Checks.Text("bankReference", request.BankReference, 100), Checks.NotInFuture("paidOn", request.PaidOn, clock.Today)) is { } wrong)
        {
            return wrong;
        }

        if (!(await db.TakeDecisionAsync(id, packs, clock, caller, ct)).Accepted(out var act, out var refused))
        {
            return refused;
        }

        var decision = act.Decision;
        if (decision is not { Kind: DecisionKind.Refund, Status: DecisionStatus.Approved } || request.PaidOn < decision.Approved!.Day())
        {
            return Refusal.Conflict(
                    "refund-not-approved",
                    "status",
                    $"只有已批准、尚未支付的退款可以登记支付，且不早于批准日；该事项现为“{decision.Status.Zh()}”。",
                    $"Only an approved refund that was not paid yet is recorded as paid, not before its approval; this is {decision.Status.En()}.")
                .With("status", decision.Status.En());
        }

        (decision.Status, decision.PaidOn, decision.BankReference) = (DecisionStatus.Done, request.PaidOn, request.BankReference.Trim());
        if (act.Facts is { } facts)
        {
            // The bank has paid: it is booked even where the claim has risen since. Then that much is outstanding again.
            var (before, wasOpen) = (facts.Clawback.Figures, facts.Clawback.Status == ClawbackStatus.Open);
            facts.Clawback.RefundedFen = checked(before.RefundedFen + decision.AmountFen);
            facts.Clawback.Conclude(clock.Today);
            HoldMoney.ForClawback(db, act.Account!, facts.Clawback, wasOpen, facts.Rules, clock.UtcNow);
            act.Account!.Year(facts.Clawback.FiscalYear).RecoveredFen -= decision.AmountFen;
            act.Post(PostingKind.RefundPaid, before);
        }

        await db.SaveChangesAsync(ct);
        return await ReadDecisions.FindAsync(id, db, caller, ct);
    }

    private static Refusal? Check(RefundProposal request) => Checks.First(
        Checks.Amount("amountFen", request.AmountFen),
        Checks.Text("payeeName", request.PayeeName, 100),
        Checks.BankAccount("payeeAccount", request.PayeeAccount),
        Checks.Text("reason", request.Reason));
}
