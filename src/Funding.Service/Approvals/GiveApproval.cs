using Contracts.Refusals;
using Funding.Payments;
using ServiceDefaults.Authentication;

namespace Funding.Approvals;

/// <summary>An approval, in the tier of its amount.</summary>
internal static class GiveApproval
{
    /// <summary>Whether this person's approval is the last that the payment needs, or why it may not be given.</summary>
    public static Outcome<bool> Decide(Payment payment, ApprovalTier tier, Caller caller)
    {
        // What one approver had approved before the sum grew, or the pack changed, stays approved by one.
        var (post, last) = tier.SecondPost is null ? (Roles.FinanceApprover, true)
            : payment.FirstApproved is null ? (Roles.FinanceApprover, false)
            : (tier.SecondPost, true);
        return !caller.Is(post) ? WrongPost(payment, tier, post)
            : last && caller.Hands().Signed(payment.FirstApproved) ? SamePerson(tier)
            : last;
    }

    /// <summary>Records the first of two approvals; it commits nothing yet.</summary>
    public static void ApproveFirst(this Payment payment, Signature by, ApprovalTier tier) =>
        (payment.FirstApproved, payment.AwaitedPost) = (by, tier.SecondPost);

    private static Refusal WrongPost(Payment payment, ApprovalTier tier, string post) =>
        (Refusal.Conflict(
            "another-post-approves",
            tier.Above?.ClauseId ?? FourEyes.Rule,
            $"该笔支付{(tier.Above is { } above ? $"（该单位本年度累计 {tier.Counted} 元，超过 {above.Value} 元）" : "")}现须由{(post == Roles.Leader ? "领导" : "资金审批人员")}批准。",
            $"This payment{(tier.Above is { } over ? $" (the body's sum of the year, {tier.Counted} yuan, is above {over.Value})" : "")} is now for {(post == Roles.Leader ? "a leader" : "a finance approver")} to approve.")
            with { Kind = RefusalKind.Forbidden })
        .With("paymentId", payment.Id).With("post", post).With("countedFen", tier.Counted.Fen).With("aboveFen", tier.Above?.Value.Fen);

    private static Refusal SamePerson(ApprovalTier tier) =>
        (Refusal.Conflict(
            "approved-already",
            tier.Above?.ClauseId ?? FourEyes.Rule,
            "您（或您代理、代理您的人）已作过第一次批准，须由另一人作第二次批准。",
            "You, or whoever acts for you or for whom you act, gave the first approval; the second is another person's.")
            with { Kind = RefusalKind.Forbidden })
        .With("countedFen", tier.Counted.Fen).With("aboveFen", tier.Above?.Value.Fen);
}
