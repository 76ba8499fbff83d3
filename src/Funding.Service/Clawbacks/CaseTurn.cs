using Funding.Accounts;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;

namespace Funding.Clawbacks;

/// <summary>A case in its body's turn.</summary>
internal sealed record TakenCase(Clawback Clawback, FundingAccount Account);

/// <summary>Whose turn it is to change a case: the body's.</summary>
internal static class CaseTurn
{
    /// <summary>Takes the turn of a case's body and reads both; null where the caller sees no such case.</summary>
    public static async Task<TakenCase?> TakeCaseAsync(this FundingDb db, Guid clawbackId, Caller caller, CancellationToken cancellationToken)
    {
        var institutionId = await db.Clawbacks.VisibleTo(db, caller)
            .Where(c => c.Id == clawbackId).Select(c => (Guid?)c.InstitutionId).SingleOrDefaultAsync(cancellationToken);
        return institutionId is null || await db.TakeTurnAsync(institutionId.Value, cancellationToken) is not { } account
            ? null
            : new TakenCase(await db.Clawbacks.SingleAsync(c => c.Id == clawbackId, cancellationToken), account);
    }
}
