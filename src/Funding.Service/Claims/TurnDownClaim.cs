using Contracts.Refusals;
using Funding.Data;
using Funding.Invoices;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Claims;

/// <summary>Why a claim is returned, refused or withdrawn.</summary>
internal sealed record ClaimReason(string Reason);

/// <summary>
/// Returns a claim to be amended, refuses it for good, or withdraws it. A payment that was only proposed is given up with it; its invoices are free again.
/// </summary>
internal static class TurnDownClaim
{
    private sealed record Way(ClaimStatus To, params IReadOnlyList<ClaimStatus> From);

    private static readonly Way Return = new(ClaimStatus.Returned, ClaimStatus.Submitted, ClaimStatus.Assessed);
    private static readonly Way Refuse = new(ClaimStatus.Refused, ClaimStatus.Submitted, ClaimStatus.Assessed);
    private static readonly Way Withdraw = new(ClaimStatus.Withdrawn, ClaimStatus.Draft, ClaimStatus.Returned, ClaimStatus.Submitted);

    public static void Map(RouteGroupBuilder api)
    {
        Add("return", Return, Roles.FinanceMaker, Roles.FinanceApprover);
        Add("refuse", Refuse, Roles.FinanceMaker, Roles.FinanceApprover);
        Add("withdraw", Withdraw, Roles.Operator);

        void Add(string verb, Way way, params string[] roles) => api
            .MapPost($"/claims/{{id:guid}}/{verb}", async (
                Guid id, ClaimReason request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
                (await db.WriteAsync(inner => RunAsync(id, way, request, db, packs, clock, http.Caller(), inner), ct)).ToHttp())
            .RequireRoles(roles).RequireIdempotencyKey();
    }

    private static async Task<Outcome<ClaimDetail>> RunAsync(
        Guid id, Way way, ClaimReason request, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Checks.Text("reason", request.Reason, 500) is { } wrong)
        {
            return wrong;
        }

        if (!(await db.TakeClaimAsync(id, packs, clock.Today, caller, null, ct)).Accepted(out var open, out var refused))
        {
            return refused;
        }

        var claim = open.Claim;
        if (ClaimDesk.NotIn(claim, open.Kind.Citation.ClauseId, way.From) is { } refusal)
        {
            return refusal;
        }

        var by = caller.Signs(clock);
        if (claim.GrantId is { } grantId && await db.Grants.SingleAsync(g => g.Id == grantId, ct) is { Status: PaymentStatus.Proposed } grant)
        {
            db.Cancel(grant, request.Reason.Trim(), by, clock.Today);
        }

        claim.Reopen();
        (claim.Status, claim.TurnedDown, claim.Reason) = (way.To, by, request.Reason.Trim());
        claim.UniqueKey = null;
        await db.FreeInvoicesAsync([id], ct);
        await db.SaveChangesAsync(ct);
        return await ReadClaims.FindAsync(id, db, packs, clock.Today, caller, ct);
    }
}

/// <summary>What takes back an assessment.</summary>
internal static class Assessment
{
    /// <summary>Takes back what was found about a claim: its payment fell away, or it goes another way.</summary>
    public static void Reopen(this Claim claim)
    {
        (claim.GrantId, claim.DueFen, claim.Sheet, claim.Assessed) = (null, null, null, null);
        claim.Flags = ClaimDesk.Write(claim.ReadFlags().Select(f => f with { Finding = null }));
        foreach (var proof in claim.Proofs)
        {
            (proof.Accepted, proof.Reason) = (null, null);
        }
    }

    /// <summary>The invoice that a proof is.</summary>
    public static StatedInvoice Invoice(this ClaimProof proof) => new(proof.Number, proof.SellerName, proof.SellerCode, proof.AmountFen);
}
