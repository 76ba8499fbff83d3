using Contracts.Refusals;
using Contracts.Values;
using Funding.Data;
using Funding.Ledger;
using Packs;
using Policies;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Decisions;

/// <summary>What is to be given up, why and by which document.</summary>
internal sealed record WriteOffProposal(long AmountFen, string Reason, string DocumentNumber, DateOnly DecidedOn);

/// <summary>Gives up what is outstanding (核销): proposed under a document, approved by a leader; at most what is outstanding.</summary>
internal static class WriteOff
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/clawbacks/{id:guid}/write-offs", async (
            Guid id, WriteOffProposal request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(
                inner => db.ProposeAsync(id, facts => Propose(request, facts, http.Caller().Signs(clock)), packs, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    /// <summary>Whether this much can be given up.</summary>
    public static Refusal? Decide(CaseFacts facts, Money amount)
    {
        if (facts.Rules.WriteOffs is not { } offered)
        {
            return Proposing.NotOffered("clawback-write-offs", "追缴款核销", "write-offs of clawbacks");
        }

        var open = Money.FromFen(facts.OpenFen);
        return amount <= open
            ? null
            : Refusal.Conflict(
                    "write-off-above-outstanding",
                    offered.ClauseId,
                    $"未缴 {Money.FromFen(facts.Clawback.OutstandingFen)} 元（其中待抵扣 {Money.FromFen(facts.WithheldFen)} 元），核销 {amount} 元超出。",
                    $"{Money.FromFen(facts.Clawback.OutstandingFen)} yuan is outstanding ({Money.FromFen(facts.WithheldFen)} of it about to be withheld); {amount} is more.")
                .With("outstandingFen", facts.Clawback.OutstandingFen).With("withheldFen", facts.WithheldFen).With("askedFen", amount.Fen);
    }

    /// <summary>Gives it up.</summary>
    public static Outcome<CalculationSheet> CarryOut(CarryOut act)
    {
        var (facts, amount) = (act.Facts!, Money.FromFen(act.Decision.AmountFen));
        if (Decide(facts, amount) is { } refusal)
        {
            return refusal;
        }

        var before = facts.Clawback.Figures;
        facts.Clawback.WrittenOffFen = checked(before.WrittenOffFen + amount.Fen);
        facts.Clawback.Conclude(facts.Rules.Today);
        act.Post(PostingKind.WrittenOff, before);
        act.Decision.Status = DecisionStatus.Done;
        return facts.Explain("追缴款核销", "Write-off", facts.Rules.WriteOffs!.ClauseId, before, new Label("本次核销", "Written off now"), amount);
    }

    private static Outcome<ClawbackDecision> Propose(WriteOffProposal request, CaseFacts facts, Signature by) =>
        Checks.First(
            Checks.Amount("amountFen", request.AmountFen),
            Checks.Text("reason", request.Reason),
            Checks.Text("documentNumber", request.DocumentNumber, 100),
            Checks.NotInFuture("decidedOn", request.DecidedOn, facts.Rules.Today)) is { } wrong
            ? wrong
            : Decide(facts, Money.FromFen(request.AmountFen)) is { } refusal
                ? refusal
                : Proposing.On(facts.Clawback, DecisionKind.WriteOff, request.AmountFen, request.Reason, by)
                    with { DocumentNumber = request.DocumentNumber.Trim(), DecidedOn = request.DecidedOn };
}
