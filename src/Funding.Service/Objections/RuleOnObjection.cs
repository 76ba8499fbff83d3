using Contracts.Refusals;
using Contracts.Values;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Decisions;
using Funding.Ledger;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Objections;

/// <summary>The answer to an objection.</summary>
/// <param name="Outcome">Rejected, or upheld.</param>
/// <param name="AmountFen">By how much an upheld objection takes a claim by decision down; 0 where it follows from a review or from vouchers.</param>
/// <param name="Reason">Why.</param>
/// <param name="DocumentNumber">Number of the decision's document.</param>
/// <param name="DecidedOn">Its day.</param>
internal sealed record ObjectionRuling(ObjectionOutcome Outcome, long AmountFen, string Reason, string DocumentNumber, DateOnly DecidedOn);

/// <summary>
/// Decides an objection, by two persons. A claim that persons decided comes down by what is upheld, by a posting. A claim that follows from
/// a review (ZS-07) or from vouchers (ZS-08) is never bargained about: these are corrected where they stand, the claim follows by a posting,
/// and until it did the objection says what is to be corrected.
/// </summary>
internal static class RuleOnObjection
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/clawback-objections/{id:guid}/rulings", async (
            Guid id, ObjectionRuling request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, request, db, packs, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    /// <summary>Whether the claim can come down by this much.</summary>
    public static Refusal? Decide(CaseFacts facts, ObjectionOutcome outcome, long amountFen)
    {
        var basis = facts.Clawback.Cause.Basis();
        if (outcome == ObjectionOutcome.Upheld && basis != ClaimBasis.Decision && amountFen > 0)
        {
            return FollowsFacts(facts.Clawback, basis, amountFen);
        }

        var most = outcome == ObjectionOutcome.Upheld ? facts.Clawback.ClaimedFen : 0;
        return amountFen >= 0 && amountFen <= most
            ? null
            : Refusal.BadInput(
                    "amountFen",
                    amountFen,
                    $"异议成立的，减少追缴 0 至 {Money.FromFen(most)} 元；不成立的为 0。",
                    $"An upheld objection takes the claim down by 0 to {Money.FromFen(most)} yuan, a rejected one by nothing.")
                .With("mostFen", most);
    }

    // Decision 14: the sum of a computed claim is never bargained about, because the next correction would compute it away.
    private static Refusal FollowsFacts(Clawback clawback, ClaimBasis basis, long amountFen) => (basis == ClaimBasis.Review
            ? Refusal.Conflict(
                "claim-follows-review",
                clawback.ClauseId,
                "多拨付的追缴额是拨付额减去考核应补助额：异议成立的，此处减少金额填 0；由考核部门公布更正后的考核结果，经两人结算后，追缴额随之减少。",
                "What was over-advanced is the advance less what the review entitles to. If the objection is right, enter 0 here; a corrected review is published, two persons settle it, and the claim comes down by it.")
            : Refusal.Conflict(
                "claim-follows-spending",
                clawback.ClauseId,
                "未使用资金的追缴额由经核实的支出和认定日期产生：异议成立的，此处减少金额填 0；核实补充的支出凭证（或更正认定日期）后，追缴额随之减少。",
                "What was unused follows from verified spending and the day of the recognition. If the objection is right, enter 0 here; verify the further vouchers (or correct that day), and the claim comes down by it."))
        .With("clawbackId", clawback.Id).With("cause", clawback.Cause.En()).With("correct", basis.ToString().ToLowerInvariant()).With("askedFen", amountFen);

    /// <summary>Answers it.</summary>
    public static async Task<Outcome<CalculationSheet>> CarryOutAsync(CarryOut act, CancellationToken ct)
    {
        var (facts, decision, clawback) = (act.Facts!, act.Decision, act.Facts!.Clawback);
        var objection = await act.Db.Objections.SingleAsync(o => o.Id == decision.ObjectionId, ct);
        if (objection.Status != ObjectionStatus.Open)
        {
            return ReadObjections.NotOpen(objection);
        }

        if (Decide(facts, decision.Outcome!.Value, decision.AmountFen) is { } refusal)
        {
            return refusal;
        }

        (objection.Status, objection.Outcome, objection.DecisionId, objection.EndedOn) = (ObjectionStatus.Decided, decision.Outcome, decision.Id, act.Today);
        var before = clawback.Figures;
        objection.UpheldAtFen = decision.Outcome == ObjectionOutcome.Upheld && clawback.Cause.Basis() != ClaimBasis.Decision ? clawback.ClaimedFen : null;
        clawback.OpenObjections--;
        Resume(facts);
        if (decision.AmountFen > 0)
        {
            var year = act.Account!.Year(clawback.FiscalYear);
            await ClaimByDecision.ChangeAsync(
                act, year, clawback.Cause, -decision.AmountFen, PostingKind.ClaimReduced, Explain(facts, decision, before), ct);
        }

        decision.Status = DecisionStatus.Done;
        return Explain(facts, decision, before);
    }

    // A body that could not be overdue while its objection was open gets the whole term from the answer.
    private static void Resume(CaseFacts facts)
    {
        var clawback = facts.Clawback;
        if (clawback is { Suspended: true, Plan: null } && facts.Rules.ClawbackDue().Accepted(out var due, out _) && due.Day > clawback.DueOn)
        {
            clawback.DueOn = due.Day.Value;
        }

        clawback.Suspended = false;
    }

    private static async Task<Outcome<DecisionView>> RunAsync(
        Guid id, ObjectionRuling request, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Checks.First(
            Checks.Text("reason", request.Reason),
            Checks.Text("documentNumber", request.DocumentNumber, 100),
            Checks.NotInFuture("decidedOn", request.DecidedOn, clock.Today)) is { } wrong)
        {
            return wrong;
        }

        if (await db.Objections.AsNoTracking().VisibleTo(db, caller).SingleOrDefaultAsync(o => o.Id == id, ct) is not { } objection)
        {
            return ReadObjections.NotFound(id);
        }

        return await db.ProposeAsync(
            objection.ClawbackId,
            facts => objection.Status != ObjectionStatus.Open ? ReadObjections.NotOpen(objection)
                : Decide(facts, request.Outcome, request.AmountFen) is { } refusal ? refusal
                : Proposing.On(facts.Clawback, DecisionKind.Objection, request.AmountFen, request.Reason, caller.Signs(clock)) with
                {
                    ObjectionId = id,
                    Outcome = request.Outcome,
                    DocumentNumber = request.DocumentNumber.Trim(),
                    DecidedOn = request.DecidedOn,
                },
            packs,
            clock,
            caller,
            ct);
    }

    private static Label Upheld(ClaimBasis basis) => basis switch
    {
        ClaimBasis.Review => new Label("异议成立，追缴额待更正考核结果后变更", "upheld; the claim follows the corrected review"),
        ClaimBasis.Spending => new Label("异议成立，追缴额待核实支出或更正认定日期后变更", "upheld; the claim follows the spending verified or the day corrected"),
        _ => new Label("异议成立", "upheld"),
    };

    private static CalculationSheet Explain(CaseFacts facts, ClawbackDecision decision, ClaimFigures before)
    {
        var upheld = decision.Outcome == ObjectionOutcome.Upheld;
        return facts.Rules.Pack.Sheet("异议处理", "Decision on an objection")
            .Line(
                "处理结果",
                "Outcome",
                facts.Rules.Objections?.ClauseId ?? facts.Clawback.ClauseId,
                Figure.Of(upheld ? Upheld(facts.Clawback.Cause.Basis()) : new Label("异议不成立", "rejected")),
                new SheetInput(new Label("决定文号", "Document"), Figure.Of(decision.DocumentNumber!)))
            .Line(
                "处理后应追缴",
                "Claimed after",
                facts.Clawback.ClauseId,
                Figure.Of(Money.FromFen(before.ClaimedFen - decision.AmountFen)),
                new SheetInput(new Label("此前应追缴", "Claimed before"), Figure.Of(Money.FromFen(before.ClaimedFen))),
                new SheetInput(new Label("减少", "Less"), Figure.Of(Money.FromFen(decision.AmountFen))))
            .Build();
    }
}
