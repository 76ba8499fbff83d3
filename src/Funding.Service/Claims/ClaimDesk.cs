using System.Text.Json;
using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Policies.Evaluation;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.Claims;

/// <summary>A claim in its turn, with the rules that hold for it.</summary>
internal sealed record OpenClaim(Claim Claim, PolicyPack Pack, ClaimKind Kind);

/// <summary>What every act on a claim begins with.</summary>
internal static class ClaimDesk
{
    /// <summary>
    /// Takes the claim's turn and reads it with its proofs, under the pack that rules today: what runs, runs on after a plan's end (P-6),
    /// under the values of the day of the decision.
    /// </summary>
    public static async Task<Outcome<OpenClaim>> TakeClaimAsync(
        this FundingDb db, Guid id, PackShelf packs, DateOnly today, Caller caller, IfMatch? seen, CancellationToken cancellationToken)
    {
        var known = await db.Claims.VisibleTo(caller).Where(c => c.Id == id).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellationToken);
        if (known is null)
        {
            return ReadClaims.NotFound(id);
        }

        await db.Claims.Where(c => c.Id == id).ExecuteUpdateAsync(row => row.SetProperty(c => c.Version, c => c.Version + 1), cancellationToken);
        var claim = await db.Claims.Include(c => c.Proofs).SingleAsync(c => c.Id == id, cancellationToken);
        if (seen is not null && claim.Version != seen.Version + 1)
        {
            return seen.Stale(claim.Version - 1);
        }

        var pack = await packs.RulingAsync(claim.Programme, today, cancellationToken);
        return pack.Claim(claim.Kind) is { } kind
            ? new OpenClaim(claim, pack, kind)
            : Refusal.Conflict("claim-kind-gone", "P-6", "现行政策已不含这类申领。", "The policy in force knows this kind of claim no more.").With("kind", claim.Kind);
    }

    /// <summary>Refuses a step that the claim is not ready for.</summary>
    public static Refusal? NotIn(Claim claim, string clause, params IEnumerable<ClaimStatus> wanted) => wanted.Contains(claim.Status)
        ? null
        : Refusal.Conflict(
                "claim-wrong-status", clause, $"该申领{claim.Status.Zh()}，不能这样处理。", $"The claim is {claim.Status.En()}; this cannot be done to it.")
            .With("status", claim.Status.En());

    /// <summary>The claim's files as the pack's form sees them.</summary>
    public static Task<List<FiledFile>> FilesAsync(this FundingDb db, Guid claimId, CancellationToken cancellationToken) =>
        db.ClaimFiles.AsNoTracking().Where(f => f.ClaimId == claimId).OrderBy(f => f.AttachmentId)
            .Join(db.Set<Attachment>(), f => f.AttachmentId, a => a.Id, (f, a) => new FiledFile(f.Field, f.ProofNumber, a)).ToListAsync(cancellationToken);

    /// <summary>Its answers.</summary>
    public static JsonElement ReadAnswers(this Claim claim) => JsonElement.Parse(claim.Answers);

    /// <summary>Its flags.</summary>
    public static IReadOnlyList<ClaimFlag> ReadFlags(this Claim claim) => JsonSerializer.Deserialize<List<ClaimFlag>>(claim.Flags, JsonSerializerOptions.Web) ?? [];

    /// <summary>Its flags as they are stored.</summary>
    public static string Write(IEnumerable<ClaimFlag> flags) => JsonSerializer.Serialize(flags, JsonSerializerOptions.Web);
}

/// <summary>A file of a claim with what it is.</summary>
internal sealed record FiledFile(string Field, string? ProofNumber, Attachment Attachment)
{
    /// <summary>As the pack's form sees it.</summary>
    public AttachedFile AsAttached() => new(Field, Attachment.FileName, Attachment.LengthBytes);
}
