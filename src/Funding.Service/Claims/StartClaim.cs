using Contracts.Refusals;
using Funding.Accounts;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Claims;

/// <summary>A claim as it begins: who claims under which kind; of a body on the register, which.</summary>
internal sealed record ClaimStart(string Programme, string Kind, string? ClaimantName = null, Guid? InstitutionId = null);

/// <summary>A claimant begins a claim.</summary>
internal static class StartClaim
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/claims", async (ClaimStart request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(request, db, packs, clock.Today, http.Caller(), inner), ct))
            .ToCreated(made => made, made => $"/api/funding/claims/{made.Claim.Id}"))
        .RequireRoles(Roles.Operator).RequireIdempotencyKey();

    private static async Task<Outcome<ClaimDetail>> RunAsync(
        ClaimStart request, FundingDb db, PackShelf packs, DateOnly today, Caller caller, CancellationToken ct)
    {
        if (caller.Organisation is not { } code)
        {
            return Refusal.Forbidden("organisation", "您的账号未绑定单位，不能申领。", "Your account is bound to no organisation and cannot claim.");
        }

        // P-6: after a plan's end nothing new is claimed.
        if (!(await packs.InForceAsync(request.Programme, caller.Jurisdiction, today, ct)).Accepted(out var pack, out var refused))
        {
            return refused;
        }

        if (pack.Claim(request.Kind) is not { } kind)
        {
            return Refusal.NotFound("claim kind", request.Kind, "申领事项");
        }

        if (!(await ClaimantAsync(request, kind, code, pack.Programme, db, caller, ct)).Accepted(out var name, out refused))
        {
            return refused;
        }

        var claim = new Claim
        {
            Id = Guid.CreateVersion7(),
            Jurisdiction = pack.Jurisdiction,
            Programme = pack.Programme,
            Kind = kind.Name,
            ClaimantCode = code,
            ClaimantName = name,
            InstitutionId = kind.Beneficiary == ClaimBeneficiary.Institution ? request.InstitutionId : null,
        };
        db.Claims.Add(claim);
        await db.SaveChangesAsync(ct);
        return await ReadClaims.FindAsync(claim.Id, db, packs, today, caller, ct);
    }

    private static async Task<Outcome<string>> ClaimantAsync(
        ClaimStart request, ClaimKind kind, string code, string programme, FundingDb db, Caller caller, CancellationToken ct)
    {
        if (kind.Beneficiary == ClaimBeneficiary.Company)
        {
            return Checks.Text("claimantName", request.ClaimantName, 100) is { } wrong ? wrong : request.ClaimantName!.Trim();
        }

        var body = await db.Accounts.AsNoTracking().VisibleTo(caller)
            .SingleOrDefaultAsync(a => a.InstitutionId == request.InstitutionId && a.Programme == programme && a.ImplementingBodyCode == code, ct);
        return body is null ? ReadAccounts.NotFound(request.InstitutionId ?? Guid.Empty) : body.ImplementingBodyName;
    }
}
