using Contracts.Refusals;
using Contracts.Values;
using Funding.Advances;
using Funding.Data;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Decisions;

/// <summary>From which payment how much is withheld, why and by which document.</summary>
internal sealed record OffsetProposal(Guid PaymentId, long AmountFen, string Reason, string DocumentNumber, DateOnly DecidedOn);

/// <summary>
/// Withholds what is outstanding from the body's next advance (抵扣). The payment leaves for the rest; the case falls when the bank has
/// paid it, and rises again when it comes back.
/// </summary>
internal static class Offset
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/clawbacks/{id:guid}/offsets", async (
            Guid id, OffsetProposal request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, request, db, packs, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    /// <summary>Whether this much can be withheld from this payment.</summary>
    public static Refusal? Decide(CaseFacts facts, Advance? advance, Money amount)
    {
        if (facts.Rules.Offsets is not { } offered)
        {
            return Proposing.NotOffered("clawback-offsets", "从拨付中抵扣追缴款", "offsets against payments");
        }

        if (advance is null || advance.InstitutionId != facts.Clawback.InstitutionId || advance.Status != PaymentStatus.Approved || advance.PaymentRunId is not null)
        {
            return Refusal.Conflict(
                "payment-not-open",
                offered.ClauseId,
                "只能从同一单位已复核、尚未汇入支付批次的预拨中抵扣。",
                "It is withheld from an advance of the same body that is approved and in no payment run yet.");
        }

        var (open, net) = (Money.FromFen(facts.OpenFen), Money.FromFen(advance.NetFen));
        return amount <= open && amount < net
            ? null
            : Refusal.Conflict(
                    "offset-too-large",
                    offered.ClauseId,
                    $"未缴且未安排抵扣 {open} 元，该笔应付 {net} 元；抵扣 {amount} 元超出未缴金额，或该笔不再有应付金额。",
                    $"{open} yuan is outstanding and not about to be withheld, the payment is {net}; {amount} is more than that, or leaves nothing to be paid.")
                .With("outstandingFen", open.Fen).With("paymentFen", net.Fen).With("askedFen", amount.Fen);
    }

    /// <summary>Withholds it from the payment; the case waits for the bank.</summary>
    public static async Task<Outcome<CalculationSheet>> CarryOutAsync(CarryOut act, CancellationToken ct)
    {
        var (facts, amount) = (act.Facts!, Money.FromFen(act.Decision.AmountFen));
        var advance = await act.Db.Advances.SingleOrDefaultAsync(a => a.Id == act.Decision.PaymentId, ct);
        if (Decide(facts, advance, amount) is { } refusal)
        {
            return refusal;
        }

        advance!.WithheldFen = checked(advance.WithheldFen + amount.Fen);
        act.Decision.Status = DecisionStatus.Approved;
        return facts.Rules.Pack.Sheet("追缴款抵扣", "Offset of a clawback")
            .Line("此前未缴", "Outstanding before", facts.Clawback.ClauseId, Figure.Of(Money.FromFen(facts.Clawback.OutstandingFen)))
            .Line("本次抵扣", "Withheld now", facts.Rules.Offsets!.ClauseId, Figure.Of(amount))
            .Line(
                "该笔实付",
                "Paid out of the advance",
                facts.Rules.Offsets.ClauseId,
                Figure.Of(Money.FromFen(advance.NetFen)),
                new SheetInput(new Label("预拨", "Advance"), Figure.Of(Money.FromFen(advance.AmountFen))),
                new SheetInput(new Label("抵扣合计", "Withheld of it"), Figure.Of(Money.FromFen(advance.WithheldFen))))
            .Line("支付后未缴", "Outstanding once it is paid", facts.Clawback.ClauseId, Figure.Of(Money.FromFen(facts.Clawback.OutstandingFen).Above(amount)))
            .Build();
    }

    /// <summary>Takes the withholding back while the payment is here.</summary>
    public static async Task<Refusal?> ReleaseAsync(CarryOut act, CancellationToken ct)
    {
        var advance = await act.Db.Advances.SingleAsync(a => a.Id == act.Decision.PaymentId, ct);
        if (advance.Status != PaymentStatus.Approved || advance.PaymentRunId is not null)
        {
            return Refusal.Conflict(
                "payment-gathered",
                "status",
                "该笔预拨已汇入支付批次，抵扣不能撤回；可先解散批次。",
                "The advance is in a payment run; the offset cannot be withdrawn. Dissolve the run first.");
        }

        advance.WithheldFen -= act.Decision.AmountFen;
        return null;
    }

    private static async Task<Outcome<DecisionView>> RunAsync(
        Guid id, OffsetProposal request, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Checks.First(
            Checks.Amount("amountFen", request.AmountFen),
            Checks.Text("reason", request.Reason),
            Checks.Text("documentNumber", request.DocumentNumber, 100),
            Checks.NotInFuture("decidedOn", request.DecidedOn, clock.Today)) is { } wrong)
        {
            return wrong;
        }

        var advance = await db.Advances.AsNoTracking().VisibleTo(db, caller).SingleOrDefaultAsync(a => a.Id == request.PaymentId, ct);
        return await db.ProposeAsync(
            id,
            facts => Decide(facts, advance, Money.FromFen(request.AmountFen)) is { } refusal
                ? refusal
                : Proposing.On(facts.Clawback, DecisionKind.Offset, request.AmountFen, request.Reason, caller.Signs(clock)) with
                {
                    PaymentId = request.PaymentId,
                    DocumentNumber = request.DocumentNumber.Trim(),
                    DecidedOn = request.DecidedOn,
                },
            packs,
            clock,
            caller,
            ct);
    }
}
