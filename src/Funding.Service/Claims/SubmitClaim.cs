using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Contracts.Refusals;
using Funding.Data;
using Funding.Invoices;
using Funding.Numbers;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Claims;

/// <summary>The claimant hands a claim in, once everything that the pack asks for is there.</summary>
internal static class SubmitClaim
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/claims/{id:guid}/submit", async (
            Guid id, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, db, packs, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.Operator).RequireIdempotencyKey();

    /// <summary>What a person must judge about it, or why it cannot be handed in.</summary>
    public static Outcome<IReadOnlyList<ClaimFlag>> Decide(OpenClaim open, IReadOnlyList<ClaimProof> proofs, IReadOnlyList<FiledFile> files, DateOnly today)
    {
        var (claim, pack, kind) = open;
        List<AttachedFile> attached = [.. files.Select(f => f.AsAttached())];
        if ((ClaimDesk.NotIn(claim, kind.Citation.ClauseId, ClaimStatus.Draft, ClaimStatus.Returned)
            ?? Incomplete(kind, pack.ValidateClaim(kind, claim.ReadAnswers(), attached, today))
            ?? Checks.First(Checks.Text("payeeName", claim.PayeeName, 100), Checks.BankAccount("payeeAccount", claim.PayeeAccount))
            ?? Unproven(kind, proofs, files)) is { } refusal)
        {
            return refusal;
        }

        return pack.CheckClaim(kind, claim.ReadAnswers(), attached, today).Accepted(out var findings, out var unmet)
            ? findings.Select(f => new ClaimFlag(f.Condition, f.Citation.ClauseId, f.Message?.Zh ?? f.Label.Zh, f.Message?.En ?? f.Label.En)).ToList()
            : unmet;
    }

    /// <summary>The payments or invoices of its answers; none where they do not stand there as they should.</summary>
    public static IReadOnlyList<ClaimProof> Proofs(Claim claim, ClaimProofs? where)
    {
        if (where is null || !claim.ReadAnswers().TryGetProperty(where.List, out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        return [.. list.EnumerateArray().Select((item, i) => Proof(claim.Id, i + 1, item, where)).OfType<ClaimProof>()];
    }

    private static async Task<Outcome<ClaimDetail>> RunAsync(Guid id, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        var today = clock.Today;
        if (!(await db.TakeClaimAsync(id, packs, today, caller, null, ct)).Accepted(out var open, out var refused))
        {
            return refused;
        }

        var claim = open.Claim;

        // P-6: nothing new after a plan's end; what was handed in before it may still be amended.
        if (claim.Number is null && !(await packs.InForceAsync(claim.Programme, caller.Jurisdiction, today, ct)).Accepted(out _, out refused))
        {
            return refused;
        }

        var proofs = Proofs(claim, open.Kind.Proofs);
        if (!Decide(open, proofs, await db.FilesAsync(id, ct), today).Accepted(out var flags, out refused))
        {
            return refused;
        }

        claim.Proofs.Clear();
        claim.Proofs.AddRange(proofs);
        claim.Flags = ClaimDesk.Write(flags);
        (claim.PackHash, claim.UniqueKey) = (open.Pack.Hash, Unique(claim, open.Kind));
        (claim.Status, claim.Submitted, claim.SubmittedOn) = (ClaimStatus.Submitted, caller.Signs(clock), today);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            return Refusal.Conflict(
                "claimed-before", open.Kind.Citation.ClauseId, "贵单位已就同一事项提出申领，不得重复申领。", "You have a claim for the same already; it is not claimed twice.");
        }

        if (claim.Number is null)
        {
            var number = await db.NextNumberAsync(NumberKind.Claim, claim.Jurisdiction, today.Year, ct);
            claim.Number = string.Create(CultureInfo.InvariantCulture, $"申领〔{today.Year}〕{number}号");
            await db.SaveChangesAsync(ct);
        }

        return await ReadClaims.FindAsync(id, db, packs, today, caller, ct);
    }

    private static ClaimProof? Proof(Guid claimId, int position, JsonElement item, ClaimProofs where) =>
        Text(item, where.Number) is { } number
        && Text(item, where.Seller) is { } seller
        && item.TryGetProperty(where.Amount, out var fen) && fen.ValueKind == JsonValueKind.Number && fen.TryGetInt64(out var amount)
        && DateOnly.TryParseExact(Text(item, where.Day), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new ClaimProof
            {
                Id = Guid.CreateVersion7(),
                ClaimId = claimId,
                Position = position,
                Number = number,
                SellerName = seller,
                SellerCode = where.SellerCode is null ? null : Text(item, where.SellerCode),
                AmountFen = amount,
                Day = day,
            }
            : null;

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(text.GetString())
            ? text.GetString()!.Trim()
            : null;

    private static Refusal? Incomplete(ClaimKind kind, IReadOnlyList<FieldProblem> problems) => problems.Count == 0
        ? null
        : Refusal.BadInput(
                "answers",
                problems.Count,
                $"申领材料有 {problems.Count} 处须补正：{string.Join(' ', problems.Take(5).Select(p => p.Zh))}",
                $"{problems.Count} things of the claim are to be put right: {string.Join(' ', problems.Take(5).Select(p => p.En))}")
            .With("problems", problems) with { Code = "claim-incomplete", Clause = kind.Citation.ClauseId };

    // HB-04: evidence per payment. A file belongs to a payment by its number, so that it stays with it when rows are moved about.
    private static Refusal? Unproven(ClaimKind kind, IReadOnlyList<ClaimProof> proofs, IReadOnlyList<FiledFile> files)
    {
        if (kind.Proofs is not { } where)
        {
            return null;
        }

        List<StatedInvoice> invoices = [.. proofs.Select(p => p.Invoice())];
        if (Checks.First(proofs.Select((p, i) => AcceptInvoices.CheckNumber($"{where.List}[{i}].{where.Number}", p.Number) ?? Checks.Amount($"{where.List}[{i}].{where.Amount}", p.AmountFen))) is { } wrong)
        {
            return wrong;
        }

        if (AcceptInvoices.Again(invoices) is { } again)
        {
            return Refusal.BadInput($"{where.List}[{again}].{where.Number}", invoices[again].Number, $"“{invoices[again].Number}”重复填写。", $"'{invoices[again].Number}' stands there twice.");
        }

        var proven = files.Where(f => f.Field == where.Evidence && f.ProofNumber is not null).Select(f => InvoiceKey.Number(f.ProofNumber!)).ToHashSet(StringComparer.Ordinal);
        return where.Evidence is not null && proofs.FirstOrDefault(p => !proven.Contains(InvoiceKey.Number(p.Number))) is { } bare
            ? Refusal.Conflict(
                    "evidence-missing",
                    kind.Citation.ClauseId,
                    $"第 {bare.Position} 笔（{bare.Number}）没有凭证，请逐笔上传后再提交。",
                    $"Row {bare.Position} ('{bare.Number}') has no evidence; attach a file for each.")
                .With("position", bare.Position).With("number", bare.Number)
            : null;
    }

    private static string? Unique(Claim claim, ClaimKind kind)
    {
        if (kind.Unique.Count == 0)
        {
            return null;
        }

        var answers = claim.ReadAnswers();
        var told = kind.Unique.Select(name => answers.TryGetProperty(name, out var answer) ? InvoiceKey.Normalise(answer.ToString()) : "");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{claim.Programme}|{kind.Name}|{claim.ClaimantCode}|{string.Join('|', told)}")));
    }
}
