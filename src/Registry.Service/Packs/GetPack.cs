using Policies;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Packs;

/// <summary>A pack with its clauses and quotes, fields, parameters and grades: what the console draws forms and explanations from.</summary>
internal static class GetPack
{
    public static async Task<Answer<PolicyPack>> HandleAsync(
        string programme, DateOnly? on, HttpContext http, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var pack = await packs.RulingAsync(programme, on ?? clock.Today, http.Caller(), cancellationToken);
        return pack.ToHttp();
    }
}
