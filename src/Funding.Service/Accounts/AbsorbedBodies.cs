using Funding.Data;
using Funding.Packs;
using Microsoft.EntityFrameworkCore;

namespace Funding.Accounts;

/// <summary>A merged body with the years of support that it brings along.</summary>
internal sealed record AbsorbedBody(Guid InstitutionId, string Name, IReadOnlyList<int> Years);

/// <summary>Who merged into a body, and into those, as far back as mergers go.</summary>
internal static class AbsorbedBodies
{
    // A merger of mergers of mergers is imaginable; a chain longer than this is an error in the data.
    private const int MostSteps = 10;

    /// <summary>Reads the accounts of all that merged into these bodies: one query for each step of the chain.</summary>
    public static async Task<ILookup<Guid, FundingAccount>> AbsorbedAsync(
        this FundingDb db, IReadOnlyCollection<FundingAccount> accounts, CancellationToken cancellationToken)
    {
        var found = new List<(Guid Into, FundingAccount Account)>();
        var open = accounts.SelectMany(a => a.Absorbed.Select(x => (Into: a.InstitutionId, Id: x.AbsorbedId))).ToList();
        for (var step = 0; open.Count > 0 && step < MostSteps; step++)
        {
            var ids = open.Select(x => x.Id).Distinct().ToList();
            var rows = await db.Accounts.AsNoTracking().Include(a => a.Years).Include(a => a.Absorbed)
                .Where(a => ids.Contains(a.InstitutionId)).ToDictionaryAsync(a => a.InstitutionId, cancellationToken);
            var news = open.Where(x => rows.ContainsKey(x.Id) && !found.Exists(f => f.Into == x.Into && f.Account.InstitutionId == x.Id)).Distinct().ToList();
            found.AddRange(news.Select(x => (x.Into, rows[x.Id])));
            open = [.. news.SelectMany(x => rows[x.Id].Absorbed.Select(further => (x.Into, Id: further.AbsorbedId)))];
        }

        return found.ToLookup(f => f.Into, f => f.Account);
    }

    /// <summary>The merged bodies with their years, where the bureau lets a merger carry them over; none otherwise.</summary>
    public static IReadOnlyList<AbsorbedBody> Carried(IEnumerable<FundingAccount> absorbed, PaymentRules rules) => rules.MergerCarriesYears
        ? [.. absorbed.Select(a => new AbsorbedBody(a.InstitutionId, a.Name, a.YearsCounted(rules.RecoveredYearCounts)))]
        : [];
}
