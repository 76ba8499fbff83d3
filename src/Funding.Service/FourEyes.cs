using Contracts.Refusals;

namespace Funding;

/// <summary>
/// The same person never makes and approves along a payment's whole chain: appropriation, advance, run. Compared by subject,
/// so that somebody who holds both roles is caught as well.
/// </summary>
internal static class FourEyes
{
    /// <summary>The rule's name in refusals.</summary>
    public const string Rule = "four-eyes";

    /// <summary>Refuses an approver who made something of the chain.</summary>
    public static Refusal? Approves(string subject, params IEnumerable<Signature> makers) =>
        makers.Any(maker => maker.Subject == subject)
            ? Refusal.Conflict(
                "maker-cannot-approve",
                Rule,
                "经办与复核须由不同的人办理：您经办过这笔资金链上的事项（年度安排、预拨或支付批次），请由他人复核。",
                "Making and approving are for different people: you made something in this chain (appropriation, advance or run); let another person approve.")
                with { Kind = RefusalKind.Forbidden }
            : null;

    /// <summary>Refuses a maker who approved something of the chain.</summary>
    public static Refusal? Makes(string subject, params IEnumerable<Signature?> approvers) =>
        approvers.Any(approver => approver?.Subject == subject)
            ? Refusal.Conflict(
                "approver-cannot-make",
                Rule,
                "经办与复核须由不同的人办理：您复核过这笔资金链上的事项（年度安排或预拨），请由他人经办。",
                "Making and approving are for different people: you approved something in this chain (appropriation or advance); let another person make this.")
                with { Kind = RefusalKind.Forbidden }
            : null;
}
