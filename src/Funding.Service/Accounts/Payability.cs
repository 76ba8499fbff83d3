using Contracts.Refusals;
using Funding.Deadlines;
using Funding.Packs;

namespace Funding.Accounts;

/// <summary>What a body is on a day.</summary>
/// <param name="Standing">One of <see cref="Contracts.Registry.Standings"/>, or a word that is not known here.</param>
/// <param name="RecognisedOn">The date of its recognition, if it had it by then.</param>
internal sealed record StandingOnDay(string Standing, DateOnly? RecognisedOn)
{
    /// <summary>Registry does not know the body at all: nothing that could be paid, and nothing to build a claim on.</summary>
    public static readonly StandingOnDay Unknown = new("unknown", null);

    /// <summary>Whether Registry knows the body.</summary>
    public bool IsKnown => this != Unknown;
}

/// <summary>Whether a body may be paid on a day: holds, standing and deadline, decided afresh each time and by no stored flag.</summary>
internal static class Payability
{
    /// <summary>Refuses where something stands against a payment.</summary>
    /// <param name="account">The body.</param>
    /// <param name="standing">What it is on the day: as known here, or as Registry answered.</param>
    /// <param name="rules">The pack on the deciding day.</param>
    public static Refusal? Check(FundingAccount account, StandingOnDay standing, PaymentRules rules) =>
        Held(account) ?? NotPayable(account, standing.Standing, rules) ?? TooLate(account, standing.RecognisedOn, rules);

    /// <summary>Refuses a body whose standing is not paid, by the clause that took the standing away (ZS-19…22).</summary>
    public static Refusal? NotPayable(FundingAccount account, string standing, PaymentRules rules) =>
        rules.Payable(standing).Refusal is { } refusal
            ? (refusal with
            {
                Clause = rules.ClauseOf(standing) ?? refusal.Clause,
                Zh = $"“{account.Name}”的状态为“{Words.StandingZh(standing)}”，不能获得补助。",
                En = $"'{account.Name}' is {standing} and cannot be paid.",
            }).With("institutionId", account.InstitutionId).With("name", account.Name).With("standing", standing)
            : null;

    private static Refusal? Held(FundingAccount account) => account.OpenHolds == 0
        ? null
        : Refusal.Conflict(
                ReadHolds.Refused,
                "P-5",
                $"“{account.Name}”有 {account.OpenHolds} 项暂停支付，解除前不得支付。",
                $"'{account.Name}' has {account.OpenHolds} open hold(s); nothing is paid until they are released.")
            .With("institutionId", account.InstitutionId).With("openHolds", account.OpenHolds);

    /// <summary>ZS-08: recognition on the last day is in time (P-2); after it never again a disbursement, even if recognised later.</summary>
    /// <param name="account">The body.</param>
    /// <param name="recognisedOn">The date of its recognition, if any.</param>
    /// <param name="rules">The pack on the deciding day.</param>
    /// <param name="alsoFrom">An allotment that is about to be added.</param>
    public static Refusal? TooLate(FundingAccount account, DateOnly? recognisedOn, PaymentRules rules, DateOnly? alsoFrom = null)
    {
        var from = RecognitionClock.Earlier(account.FirstAllottedOn, alsoFrom);
        if (RecognitionClock.Deadline(from, rules) is not { } deadline || (recognisedOn ?? rules.Today) <= deadline)
        {
            return null;
        }

        return Refusal.Conflict(
                "recognition-deadline-passed",
                rules.RecognitionPeriod!.ClauseId,
                $"“{account.Name}”自 {from:yyyy-MM-dd} 资金下达起，至 {deadline:yyyy-MM-dd} 未完成认定，不再予以补助。",
                $"'{account.Name}' was not recognised by {deadline:yyyy-MM-dd}, counted from the allotment of {from:yyyy-MM-dd}; it is never paid again.")
            .With("institutionId", account.InstitutionId)
            .With("allottedOn", from)
            .With("deadline", deadline)
            .With("recognisedOn", recognisedOn)
            .With("today", rules.Today);
    }
}
