using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Rewards;

/// <summary>Another person confirms a recorded decision against its document; or its maker takes it back before that.</summary>
internal static class ConfirmRewardDecision
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/reward-decisions/{id:guid}/confirm", async (Guid id, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, RewardDecisionStatus.Confirmed, db, clock, http.Caller(), inner), ct)).ToHttp())
            .RequireRoles(Roles.FinanceApprover).RequireIdempotencyKey();
        api.MapPost("/reward-decisions/{id:guid}/withdraw", async (Guid id, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, RewardDecisionStatus.Withdrawn, db, clock, http.Caller(), inner), ct)).ToHttp())
            .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();
    }

    /// <summary>Whether this person may do so now.</summary>
    public static Refusal? Decide(RewardDecision decision, RewardDecisionStatus to, Hands hands) =>
        decision.Status != RewardDecisionStatus.Proposed
            ? Refusal.Conflict("decision-not-proposed", "status", "该金额决定已确认或已撤回。", "The decision is confirmed or withdrawn already.").With("status", decision.Status.En())
            : to == RewardDecisionStatus.Confirmed ? FourEyes.Approves(hands, decision.Proposed) : null;

    private static async Task<Outcome<RewardDecisionDetail>> RunAsync(
        Guid id, RewardDecisionStatus to, FundingDb db, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        var decision = await db.RewardDecisions.SingleOrDefaultAsync(d => d.Id == id && d.Jurisdiction == caller.Jurisdiction, ct);
        if (decision is null)
        {
            return ReadRewardDecisions.NotFound(id);
        }

        if (Decide(decision, to, caller.Hands()) is { } refused)
        {
            return refused;
        }

        decision.Status = to;
        (decision.Confirmed, decision.Withdrawn) = to == RewardDecisionStatus.Confirmed ? (caller.Signs(clock), (Signature?)null) : (null, caller.Signs(clock));
        await db.SaveChangesAsync(ct);
        return await ReadRewardDecisions.FindAsync(id, db, caller, ct);
    }
}
