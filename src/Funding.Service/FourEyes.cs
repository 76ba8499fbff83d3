using System.Diagnostics.CodeAnalysis;
using Contracts.Refusals;
using ServiceDefaults.Authentication;

namespace Funding;

/// <summary>Whose hands act: a person's and, while a delegation runs, those of whom the separation of persons takes for it.</summary>
internal readonly record struct Hands(string Subject, IReadOnlySet<string>? CountsAs = null)
{
    /// <summary>Whether these hands signed: themselves, or another's for them.</summary>
    public bool Signed(Signature? signature) => signature is not null && (Are(signature.Subject) || Are(signature.ForSubject));

    [SuppressMessage("Usage", "CA2225", Justification = "A subject alone stands for its person.")]
    public static implicit operator Hands(string subject) => new(subject);

    private bool Are(string? subject) => subject is not null && (subject == Subject || CountsAs?.Contains(subject) == true);
}

/// <summary>
/// The same person never makes and approves along a payment's whole chain: appropriation, advance, run. Compared by subject,
/// so that somebody who holds both roles is caught as well, and through delegations: a deputy and its principal are one person.
/// </summary>
internal static class FourEyes
{
    /// <summary>The rule's name in refusals.</summary>
    public const string Rule = "four-eyes";

    /// <summary>The caller's hands.</summary>
    public static Hands Hands(this Caller caller) => new(caller.Subject, caller.CountsAs);

    /// <summary>Refuses an approver who made something of the chain.</summary>
    public static Refusal? Approves(Hands hands, params IEnumerable<Signature> makers) =>
        makers.Any(hands.Signed)
            ? Refusal.Conflict(
                "maker-cannot-approve",
                Rule,
                "经办与复核须由不同的人办理：您（或您代理、代理您的人）经办过这笔资金链上的事项（年度安排、预拨或支付批次），请由他人复核。",
                "Making and approving are for different people: you, or whoever acts for you or for whom you act, made something in this chain (appropriation, advance or run); let another person approve.")
                with { Kind = RefusalKind.Forbidden }
            : null;

    /// <summary>Refuses a maker who approved something of the chain.</summary>
    public static Refusal? Makes(Hands hands, params IEnumerable<Signature?> approvers) =>
        approvers.Any(hands.Signed)
            ? Refusal.Conflict(
                "approver-cannot-make",
                Rule,
                "经办与复核须由不同的人办理：您（或您代理、代理您的人）复核过这笔资金链上的事项（年度安排或预拨），请由他人经办。",
                "Making and approving are for different people: you, or whoever acts for you or for whom you act, approved something in this chain (appropriation or advance); let another person make this.")
                with { Kind = RefusalKind.Forbidden }
            : null;
}
