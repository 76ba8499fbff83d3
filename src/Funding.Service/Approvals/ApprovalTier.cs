using Contracts.Values;
using Funding.Packs;
using Policies;
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
