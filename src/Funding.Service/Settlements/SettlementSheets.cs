using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Policies.Evaluation;

namespace Funding.Settlements;

/// <summary>The sheet behind a year's settlement.</summary>
internal static class SettlementSheets
{
    /// <summary>That of the latest revision; null without a settlement.</summary>
    public static async Task<CalculationSheet?> SettlementSheetAsync(this FundingDb db, Settlement? settlement, CancellationToken cancellationToken)
    {
        if (settlement is null)
        {
            return null;
        }

        var sheet = await db.SettlementRevisions.AsNoTracking()
            .Where(r => r.SettlementId == settlement.Id && r.Revision == settlement.Revision).Select(r => r.Sheet).SingleAsync(cancellationToken);
        return StoredSheet.Read(sheet).Accepted(out var read, out _) ? read : null;
    }
}
