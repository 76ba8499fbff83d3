using Contracts.Refusals;
using Funding.Accounts;
using Funding.Data;
using Funding.Numbers;
using Funding.Objections;
using Funding.Packs;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Decisions;

/// <summary>
/// Approves a decision about a clawback: another person than its proposer, who sees it decided again on what is true now. Then it has
/// its number, and is carried out.
/// </summary>
internal static class ApproveDecision
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/clawback-decisions/{id:guid}/approve", async (Guid id, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, db, packs, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceApprover, Roles.Leader).RequireIdempotencyKey();

    /// <summary>Whether this person may approve it now.</summary>
    public static Refusal? Decide(ClawbackDecision decision, Caller caller) =>
        decision.Status != DecisionStatus.Proposed
            ? Refusal.Conflict(
                    "decision-not-proposed",
                    "status",
                    $"该事项现为“{decision.Status.Zh()}”，只有待批准的可以批准。",
                    $"The decision is {decision.Status.En()}; only a proposed one is approved.")
                .With("status", decision.Status.En())
            : decision.Kind == DecisionKind.WriteOff && !caller.Is(Roles.Leader)
                ? Refusal.Forbidden("P-5", "追缴款核销须由领导批准。", "A write-off is approved by a leader.")
                : FourEyes.Approves(caller.Hands(), decision.Proposed);

    /// <summary>Takes a decision with all that it is about, in the body's turn.</summary>
    public static async Task<Outcome<CarryOut>> TakeDecisionAsync(
        this FundingDb db, Guid id, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        var seen = await db.ClawbackDecisions.AsNoTracking().VisibleTo(db, caller).SingleOrDefaultAsync(d => d.Id == id, ct);
        if (seen is null)
        {
            return ReadDecisions.NotFound(id);
        }

        var account = seen.InstitutionId is { } body ? await db.TakeTurnAsync(body, ct) : null;

        // What is about no body takes turns on its own row.
        await db.ClawbackDecisions.Where(d => d.Id == id).ExecuteUpdateAsync(row => row.SetProperty(d => d.Version, d => d.Version + 1), ct);
        var decision = await db.ClawbackDecisions.SingleAsync(d => d.Id == id, ct);
        var rules = account is null ? null : new PaymentRules(await packs.RulingAsync(account.Programme, clock.Today, ct), clock.Today);
        var facts = decision.ClawbackId is { } clawbackId
            ? await db.FactsAsync(await db.Clawbacks.SingleAsync(c => c.Id == clawbackId, ct), rules!, ct)
            : null;
        return new CarryOut(db, decision, account, facts, rules, caller.Signs(clock), clock.Today);
    }

    private static async Task<Outcome<DecisionView>> RunAsync(Guid id, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (!(await db.TakeDecisionAsync(id, packs, clock, caller, ct)).Accepted(out var act, out var refused))
        {
            return refused;
        }

        var decision = act.Decision;
        if (Decide(decision, caller) is { } refusal)
        {
            return refusal;
        }

        decision.Approved = act.By;
        decision.NumberYear = clock.Today.Year;
        decision.Number = await db.NextNumberAsync(decision.NumberKind(), decision.Jurisdiction, clock.Today.Year, ct);
        if (!(await CarryOutAsync(act, ct)).Accepted(out var sheet, out var no))
        {
            return no;
        }

        decision.Sheet = StoredSheet.Write(sheet);
        await db.SaveChangesAsync(ct);
        return await ReadDecisions.FindAsync(id, db, caller, ct);
    }

    private static async Task<Outcome<CalculationSheet>> CarryOutAsync(CarryOut act, CancellationToken ct) => act.Decision.Kind switch
    {
        DecisionKind.Claim => await ClaimByDecision.CarryOutAsync(act, ct),
        DecisionKind.Objection => await RuleOnObjection.CarryOutAsync(act, ct),
        DecisionKind.Instalments => PayInInstalments.CarryOut(act),
        DecisionKind.Offset => await Offset.CarryOutAsync(act, ct),
        DecisionKind.WriteOff => WriteOff.CarryOut(act),
        _ => act.Facts is null ? await Refund.ReserveAsync(act, ct) : Refund.Order(act),
    };
}
