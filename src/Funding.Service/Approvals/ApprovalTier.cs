using Contracts.Values;
using Funding.Packs;
using Policies;
using Policies.Evaluation;
using ServiceDefaults.Authentication;

namespace Funding.Approvals;

/// <summary>Whose approvals an amount needs: the approver's and, above what the pack names, another approver's or a leader's.</summary>
/// <param name="SecondPost">The role of the second approval; null where one is enough.</param>
/// <param name="Above">The amount above which that is so.</param>
/// <param name="Counted">What it was held against: the payment with what its body has in the year, so that parts of a sum need what the sum needs.</param>
internal sealed record ApprovalTier(string? SecondPost, Cited<Money>? Above, Money Counted)
{
    public static ApprovalTier Of(Money counted, PaymentRules rules) =>
        rules.LeaderApprovalAbove is { } leader && counted > leader.Value ? new ApprovalTier(Roles.Leader, leader, counted)
        : rules.SecondApprovalAbove is { } second && counted > second.Value ? new ApprovalTier(Roles.FinanceApprover, second, counted)
        : new ApprovalTier(null, null, counted);
}

/// <summary>How a sheet tells of tiers.</summary>
internal static class TierLine
{
    /// <summary>The amount above which it needed two approvals, and what was held against it.</summary>
    public static SheetBuilder Tier(this SheetBuilder sheet, ApprovalTier tier) => tier.Above is { } above
        ? sheet.Line(above, Figure.Of(above.Value), new SheetInput(new Label("该单位本年度累计（分级审批）", "The body's sum of the year (tiers)"), Figure.Of(tier.Counted)))
        : sheet;
}
