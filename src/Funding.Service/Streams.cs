using Funding.Accounts;

namespace Funding;

/// <summary>Streams of published events: one per body, so that its events go out in order.</summary>
internal static class Streams
{
    public static string Of(FundingAccount account) => $"institution/{account.InstitutionId}";
}
