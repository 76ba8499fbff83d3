using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Funding.Claims;

/// <summary>Attaches a file to a field of a claim, perhaps for one of its payments, and takes it off again, as long as the claimant may change it.</summary>
internal static class AttachClaimFile
{
    private const int MaxFiles = 500;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/claims/{id:guid}/attachments", async (
            Guid id, string field, string? proof, FundingDb db, PackShelf packs, AttachmentStore store, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await AttachAsync(new ClaimFileTarget(id, field, proof), db, packs, store, clock.Today, http, ct)).ToCreated(made => $"/api/funding/attachments/{made.File.Id}"))
            .RequireRoles(Roles.Operator).AcceptsAttachment();
        api.MapDelete("/claims/{id:guid}/attachments/{attachmentId:guid}", async (
            Guid id, Guid attachmentId, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => DetachAsync(id, attachmentId, db, packs, clock.Today, http.Caller(), inner), ct)).ToHttp())
            .RequireRoles(Roles.Operator);
    }

    private sealed record ClaimFileTarget(Guid ClaimId, string Field, string? Proof);

    private static async Task<Outcome<ClaimFileView>> AttachAsync(
        ClaimFileTarget target, FundingDb db, PackShelf packs, AttachmentStore store, DateOnly today, HttpContext http, CancellationToken ct)
    {
        var caller = http.Caller();
        if (!await db.Claims.VisibleTo(caller).AnyAsync(c => c.Id == target.ClaimId, ct))
        {
            return ReadClaims.NotFound(target.ClaimId);
        }

        // Received outside the write, so that a slow sender holds no transaction.
        var saved = await store.SaveAsync(http, ct);
        return saved.Accepted(out var attachment, out var untaken)
            ? await db.WriteAsync(inner => LinkAsync(target, attachment, db, packs, today, caller, inner), ct)
            : untaken;
    }

    private static async Task<Outcome<ClaimFileView>> LinkAsync(
        ClaimFileTarget target, Attachment attachment, FundingDb db, PackShelf packs, DateOnly today, Caller caller, CancellationToken ct)
    {
        if (!(await db.TakeClaimAsync(target.ClaimId, packs, today, caller, null, ct)).Accepted(out var open, out var refused))
        {
            return refused;
        }

        if ((ClaimDesk.NotIn(open.Claim, open.Kind.Citation.ClauseId, ClaimStatus.Draft, ClaimStatus.Returned)
            ?? Misplaced(target, open.Kind)
            ?? await TooManyAsync(db, target.ClaimId, ct)) is { } refusal)
        {
            return refusal;
        }

        var file = new ClaimFile { AttachmentId = attachment.Id, ClaimId = target.ClaimId, Field = target.Field, ProofNumber = target.Proof?.Trim() };
        db.ClaimFiles.Add(file);
        return new ClaimFileView(file.Field, file.ProofNumber, AttachmentView.Of(attachment));
    }

    private static async Task<Outcome<ClaimDetail>> DetachAsync(
        Guid id, Guid attachmentId, FundingDb db, PackShelf packs, DateOnly today, Caller caller, CancellationToken ct)
    {
        if (!(await db.TakeClaimAsync(id, packs, today, caller, null, ct)).Accepted(out var open, out var refused))
        {
            return refused;
        }

        if (ClaimDesk.NotIn(open.Claim, open.Kind.Citation.ClauseId, ClaimStatus.Draft, ClaimStatus.Returned) is { } refusal)
        {
            return refusal;
        }

        return await db.ClaimFiles.Where(f => f.ClaimId == id && f.AttachmentId == attachmentId).ExecuteDeleteAsync(ct) == 1
            ? await ReadClaims.FindAsync(id, db, packs, today, caller, ct)
            : Refusal.NotFound("attachment", attachmentId, "附件");
    }

    private static Refusal? Misplaced(ClaimFileTarget target, ClaimKind kind) =>
        !kind.Fields.Any(f => f.Name == target.Field && f.Type == FieldType.Attachment)
            ? Refusal.BadInput("field", target.Field, $"表中没有附件项“{target.Field}”。", $"The form has no attachment field '{target.Field}'.")
            : target.Proof is { } proof && kind.Proofs?.Evidence == target.Field
                ? Checks.Text("proof", proof, 100)
                : target.Proof is null ? null : Refusal.BadInput("proof", target.Proof, "该附件项不按凭证逐笔上传。", "The files of this field belong to no single payment.");

    private static async Task<Refusal?> TooManyAsync(FundingDb db, Guid claimId, CancellationToken ct) =>
        await db.ClaimFiles.CountAsync(f => f.ClaimId == claimId, ct) < MaxFiles
            ? null
            : Refusal.BadInput("attachments", MaxFiles, $"一份申领最多 {MaxFiles} 个附件。", $"A claim has at most {MaxFiles} files.");
}
