using System.Text.Json;
using Contracts.Refusals;
using Funding.Data;
using Packs;
using Policies;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Funding.Claims;

/// <summary>A claim as one types it; it may be incomplete and wrong until it is handed in.</summary>
internal sealed record ClaimDraft(JsonElement Answers, string? PayeeName = null, string? PayeeAccount = null, string? ClaimantName = null);

/// <summary>Saves a draft, or a claim that was sent back.</summary>
internal static class SaveClaim
{
    private const int MaxLength = 200_000;

    public static void Map(RouteGroupBuilder api) => api
        .MapPut("/claims/{id:guid}", async (
            Guid id, ClaimDraft request, IfMatch seen, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, request, seen, db, packs, clock.Today, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.Operator);

    private static async Task<Outcome<ClaimDetail>> RunAsync(
        Guid id, ClaimDraft request, IfMatch seen, FundingDb db, PackShelf packs, DateOnly today, Caller caller, CancellationToken ct)
    {
        if (!(await db.TakeClaimAsync(id, packs, today, caller, seen, ct)).Accepted(out var open, out var refused))
        {
            return refused;
        }

        var claim = open.Claim;
        if ((ClaimDesk.NotIn(claim, open.Kind.Citation.ClauseId, ClaimStatus.Draft, ClaimStatus.Returned) ?? CheckShape(request, open.Kind.Fields)) is { } refusal)
        {
            return refusal;
        }

        claim.Answers = request.Answers.GetRawText();
        claim.PayeeName = Trimmed(request.PayeeName);
        claim.PayeeAccount = Trimmed(request.PayeeAccount);
        if (open.Kind.Beneficiary == ClaimBeneficiary.Company && Trimmed(request.ClaimantName) is { } name)
        {
            claim.ClaimantName = name;
        }

        await db.SaveChangesAsync(ct);
        return await ReadClaims.FindAsync(id, db, packs, today, caller, ct);
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Refusal? CheckShape(ClaimDraft request, IReadOnlyList<FormField> fields)
    {
        if (request.Answers.ValueKind != JsonValueKind.Object)
        {
            return Refusal.BadInput("answers", request.Answers.ValueKind.ToString(), "填报内容应为一个对象。", "The answers must be an object.");
        }

        if (request.Answers.GetRawText().Length > MaxLength)
        {
            return Refusal.BadInput("answers", request.Answers.GetRawText().Length, $"填报内容不得超过 {MaxLength} 字。", $"The answers are longer than {MaxLength} characters.");
        }

        var stray = request.Answers.EnumerateObject().Select(a => a.Name).FirstOrDefault(name => !fields.Any(f => f.Name == name && f.Type != FieldType.Attachment));
        return stray is not null
            ? Refusal.BadInput("answers", stray, $"表中没有“{stray}”这一项。", $"The form has no field '{stray}'.")
            : Checks.First(
                Short("payeeName", request.PayeeName, 100), Short("payeeAccount", request.PayeeAccount, 34), Short("claimantName", request.ClaimantName, 100));
    }

    private static Refusal? Short(string field, string? text, int most) => string.IsNullOrWhiteSpace(text) ? null : Checks.Text(field, text, most);
}
