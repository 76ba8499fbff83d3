using Contracts.Refusals;
using Contracts.Values;
using Funding.Accounts;
using Funding.Advances;
using Funding.Appropriations;
using Funding.Approvals;
using Funding.Claims;
using Funding.Data;
using Funding.Packs;
using Funding.PayeeAccounts;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Grants;

/// <summary>
/// Approves a claim's or reward's payment by another person than its maker, in the tier of its amount as an advance is. Body or claim,
/// claimant's room and the year's appropriation are decided in that order, the last two each in one conditional statement of the same transaction.
/// </summary>
internal static class ApproveGrant
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/grants/{id:guid}/approve", async (
            Guid id, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteUniqueAsync(inner => RunAsync(id, db, packs, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceApprover, Roles.Leader).RequireIdempotencyKey();

    /// <summary>Whether this person may approve it now.</summary>
    public static Refusal? Decide(Grant grant, Appropriation appropriation, Hands hands, PaymentRules rules) =>
        grant.Status != PaymentStatus.Proposed
            ? Refusal.Conflict(
                    "payment-not-proposed", "status", $"该笔支付现为“{grant.Status.Zh()}”，只有待复核的可以批准。", $"The payment is {grant.Status.En()}; only a proposed one is approved.")
                .With("status", grant.Status.En())
            : FourEyes.Approves(hands, [grant.Proposed, .. appropriation.Makers])
                ?? rules.NotCarriedOut()
                ?? FiscalYear.Over(grant.FiscalYear, rules);

    private static async Task<Outcome<GrantDetail>> RunAsync(Guid id, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        var today = clock.Today;
        if (!(await db.TakeGrantAsync(id, packs, today, caller, ct)).Accepted(out var open, out var refused))
        {
            return refused;
        }

        var grant = open.Grant;
        var rules = new PaymentRules(await packs.RulingAsync(grant.Programme, today, ct), today);
        var tier = await TierAsync(grant, rules, db, ct);
        if (Decide(grant, open.Appropriation, caller.Hands(), rules) is { } refusal)
        {
            return refusal;
        }

        if (!GiveApproval.Decide(grant, tier, caller).Accepted(out var isLast, out refused))
        {
            return refused;
        }

        var sheet = rules.Pack.Sheet("复核支付", "Approval of a payment").By(await GroundAsync(open.Claim, grant, rules, packs, db, ct));
        if (await db.ExamineAsync(open, sheet, rules.Pack, today, ct) is { } inadmissible)
        {
            return await db.WithReasonsAsync(inadmissible, ct);
        }

        var by = caller.Signs(clock);
        if (!isLast)
        {
            grant.ApproveFirst(by, tier);
        }
        else if (await CommitAsync(open, sheet.Tier(tier), tier, by, rules, db, ct) is { } full)
        {
            return full;
        }

        await db.SaveChangesAsync(ct);
        return await ReadGrants.FindAsync(id, db, caller, ct);
    }

    private static async Task<Refusal?> CommitAsync(
        OpenGrant open, SheetBuilder sheet, ApprovalTier tier, Signature by, PaymentRules rules, FundingDb db, CancellationToken ct)
    {
        var grant = open.Grant;
        if (await db.TakeAsync(open, rules.Today, ct) is { } noRoom)
        {
            return noRoom;
        }

        // A programme has no legal cap of its own for claims: then its appropriation is the cap.
        if (!(await db.CommitAsync(grant, rules.AnnualCap, ct)).Accepted(out var committedBefore, out var refused))
        {
            return refused;
        }

        // Whoever approves of this year's money waits for its row: what the beneficiary has of it stands still from here on.
        if ((await TierAsync(grant, rules, db, ct)).SecondPost != tier.SecondPost)
        {
            return SumGrew(grant, tier);
        }

        if (await db.AcceptPayeeAsync(grant, grant.BeneficiaryName, by, ct) is { } otherAccount)
        {
            return otherAccount;
        }

        db.Approve(grant, by, rules.Today);
        grant.Sheet = StoredSheet.Write(sheet.Left(open.Appropriation, committedBefore, grant, rules).Build());
        return null;
    }

    // P-6: a claim rests on the plan of the day on which it was handed in, a reward on that of the year that is rewarded. What was found
    // without a calculation names it in its own sheet.
    private static async Task<PlanRuling?> GroundAsync(OpenClaim? open, Grant grant, PaymentRules rules, PackShelf packs, FundingDb db, CancellationToken ct) => open switch
    {
        null => (await packs.PlanAsync(rules.Pack, rules.Today, ct))
            .GroundOf(rules.Pack, ReferenceDays.OfYear(await db.RewardDecisions.Where(d => d.Id == grant.SourceId).Select(d => d.Year).SingleAsync(ct))),
        { Kind.Calculation: not null } => await packs.GroundAsync(rules.Pack, open.Claim.SubmittedOn!.Value, ct),
        _ => null,
    };

    // What the beneficiary has of the year counts, so that parts of a sum need what the sum needs.
    private static async Task<ApprovalTier> TierAsync(Grant grant, PaymentRules rules, FundingDb db, CancellationToken ct)
    {
        var before = await db.Grants
            .Where(g => g.Id != grant.Id && g.Programme == grant.Programme && g.FiscalYear == grant.FiscalYear
                && g.BeneficiaryCode == grant.BeneficiaryCode && (grant.BeneficiaryCode != null || g.BeneficiaryName == grant.BeneficiaryName)
                && (g.Status == PaymentStatus.Approved || g.Status == PaymentStatus.Exported || g.Status == PaymentStatus.Paid))
            .SumAsync(g => g.AmountFen, ct);
        return ApprovalTier.Of(Money.FromFen(before + grant.AmountFen), rules);
    }

    private static Refusal SumGrew(Grant grant, ApprovalTier tier) => Refusal.Conflict(
            "sum-grew",
            tier.Above?.ClauseId ?? FourEyes.Rule,
            $"“{grant.BeneficiaryName}”的另一笔支付刚获批准，累计金额须按更高一级审批，请重新批准。",
            $"Another payment to '{grant.BeneficiaryName}' was approved at the same moment, and the sum needs other approvals; approve again.")
        .With("paymentId", grant.Id);
}
