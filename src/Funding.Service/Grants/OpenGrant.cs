using Contracts.Refusals;
using Funding.Accounts;
using Funding.Appropriations;
using Funding.Claims;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Authentication;

namespace Funding.Grants;

/// <summary>A grant in the turn of whom it concerns, with the year that it is paid from.</summary>
/// <param name="Grant">The payment.</param>
/// <param name="Appropriation">Its year's money.</param>
/// <param name="Claim">The claim that it pays; null where a body is rewarded.</param>
/// <param name="Body">The body that it rewards; null where a claim is paid.</param>
internal sealed record OpenGrant(Grant Grant, Appropriation Appropriation, OpenClaim? Claim, FundingAccount? Body);

/// <summary>What every decision on a grant begins with.</summary>
internal static class GrantDesk
{
    /// <summary>Takes the body's or the claim's turn, so that no hold and no other assessment slips past, and reads what is decided upon.</summary>
    public static async Task<Outcome<OpenGrant>> TakeGrantAsync(
        this FundingDb db, Guid id, PackShelf packs, DateOnly today, Caller caller, CancellationToken cancellationToken)
    {
        var known = await db.Grants.VisibleTo(caller).Where(g => g.Id == id).Select(g => new { g.SourceId, g.RewardedBodyId }).SingleOrDefaultAsync(cancellationToken);
        if (known is null)
        {
            return ReadGrants.NotFound(id);
        }

        var body = known.RewardedBodyId is { } rewarded ? await db.TakeTurnAsync(rewarded, cancellationToken) : null;
        OpenClaim? claim = null;
        if (body is null && !(await db.TakeClaimAsync(known.SourceId, packs, today, caller, null, cancellationToken)).Accepted(out claim, out var gone))
        {
            return gone;
        }

        var grant = await db.Grants.Include(g => g.Shares).SingleAsync(g => g.Id == id, cancellationToken);
        var appropriation = await db.Appropriations.AsNoTracking().Include(a => a.Changes).SingleAsync(a => a.Id == grant.AppropriationId, cancellationToken);
        return new OpenGrant(grant, appropriation, claim, body);
    }
}
