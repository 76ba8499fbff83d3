using Contracts.Refusals;
using Funding.Data;
using Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Decisions;

/// <summary>Why a decision is withdrawn.</summary>
internal sealed record DecisionWithdrawal(string Reason);

/// <summary>Withdraws a decision before anything came of it: while it is proposed, and while it waits for the bank.</summary>
internal static class WithdrawDecision
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/clawback-decisions/{id:guid}/withdraw", async (
            Guid id, DecisionWithdrawal request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, request, db, packs, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker, Roles.FinanceApprover, Roles.Leader).RequireIdempotencyKey();

    private static async Task<Outcome<DecisionView>> RunAsync(
        Guid id, DecisionWithdrawal request, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Checks.Text("reason", request.Reason) is { } wrong)
        {
            return wrong;
        }

        if (!(await db.TakeDecisionAsync(id, packs, clock, caller, ct)).Accepted(out var act, out var refused))
        {
            return refused;
        }

        var decision = act.Decision;
        if (decision.Status is not (DecisionStatus.Proposed or DecisionStatus.Approved))
        {
            return Refusal.Conflict(
                    "decision-final",
                    "status",
                    $"该事项现为“{decision.Status.Zh()}”，不能撤回。",
                    $"The decision is {decision.Status.En()} and cannot be withdrawn.")
                .With("status", decision.Status.En());
        }

        if (decision is { Status: DecisionStatus.Approved, Kind: DecisionKind.Offset } && await Offset.ReleaseAsync(act, ct) is { } gone)
        {
            return gone;
        }

        if (decision is { Status: DecisionStatus.Approved, Kind: DecisionKind.Refund, ReceiptId: not null })
        {
            await Refund.ReleaseAsync(db, decision, ct);
        }

        (decision.Status, decision.Ended, decision.EndReason) = (DecisionStatus.Withdrawn, act.By, request.Reason.Trim());
        await db.SaveChangesAsync(ct);
        return await ReadDecisions.FindAsync(id, db, caller, ct);
    }
}
