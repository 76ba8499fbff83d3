using Contracts.Refusals;
using Funding.Packs;
using Policies;

namespace Funding.Accounts;

/// <summary>What a body is on a day.</summary>
/// <param name="Standing">One of <see cref="Contracts.Registry.Standings"/>, or a word that is not known here.</param>
/// <param name="RecognisedOn">The date of its recognition, if it had it by then.</param>
internal sealed record StandingOnDay(string Standing, DateOnly? RecognisedOn);

/// <summary>Whether a body may be paid on a day: holds, standing and deadline, decided afresh each time and by no stored flag.</summary>
internal static class Payability
{
    /// <summary>Refuses where something stands against a payment.</summary>
    /// <param name="account">The body.</param>
    /// <param name="standing">What it is on the day: as known here, or as Registry answered.</param>
    /// <param name="rules">The pack on the deciding day.</param>
    public static Refusal? Check(FundingAccount account, StandingOnDay standing, PaymentRules rules) =>
        Held(account)
        ?? rules.Payable(standing.Standing).Refusal?.With("institutionId", account.InstitutionId).With("name", account.Name)
        ?? TooLate(account, standing.RecognisedOn, rules.RecognitionPeriod, rules.Today);

    /// <summary>ZS-08: the last day for the recognition; null where no clock runs.</summary>
    public static DateOnly? Deadline(FundingAccount account, Cited<Period>? recognitionPeriod) =>
        account.FirstAllottedOn is { } allotted && recognitionPeriod is not null ? recognitionPeriod.Value.LastDay(allotted) : null;

    private static Refusal? Held(FundingAccount account) => account.OpenHolds == 0
        ? null
        : Refusal.Conflict(
                "account-on-hold",
                "hold",
                $"“{account.Name}”有 {account.OpenHolds} 项暂停支付，解除前不得支付。",
                $"'{account.Name}' has {account.OpenHolds} open hold(s); nothing is paid until they are released.")
            .With("institutionId", account.InstitutionId).With("openHolds", account.OpenHolds);

    // ZS-08: recognition on the last day is in time (P-2); after it never again a disbursement, even if recognised later.
    private static Refusal? TooLate(FundingAccount account, DateOnly? recognisedOn, Cited<Period>? period, DateOnly today)
    {
        if (Deadline(account, period) is not { } deadline || (recognisedOn ?? today) <= deadline)
        {
            return null;
        }

        return Refusal.Conflict(
                "recognition-deadline-passed",
                period!.ClauseId,
                $"“{account.Name}”自 {account.FirstAllottedOn:yyyy-MM-dd} 资金下达起，至 {deadline:yyyy-MM-dd} 未完成认定，不再予以补助。",
                $"'{account.Name}' was not recognised by {deadline:yyyy-MM-dd}, counted from the allotment of {account.FirstAllottedOn:yyyy-MM-dd}; it is never paid again.")
            .With("institutionId", account.InstitutionId)
            .With("allottedOn", account.FirstAllottedOn)
            .With("deadline", deadline)
            .With("recognisedOn", recognisedOn)
            .With("today", today);
    }
}
