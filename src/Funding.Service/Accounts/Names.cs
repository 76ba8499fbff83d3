using Funding.Data;
using Microsoft.EntityFrameworkCore;

namespace Funding.Accounts;

/// <summary>Names for lists: one query for a page.</summary>
internal static class Names
{
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        this FundingDb db, IEnumerable<Guid> institutionIds, CancellationToken cancellationToken)
    {
        var ids = institutionIds.Distinct().ToList();
        return await db.Accounts.Where(a => ids.Contains(a.InstitutionId)).ToDictionaryAsync(a => a.InstitutionId, a => a.Name, cancellationToken);
    }
}
