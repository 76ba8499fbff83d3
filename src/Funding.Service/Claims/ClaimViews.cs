using System.Text.Json;
using Contracts.Values;
using Funding.Grants;
using Funding.Payments;
using Policies;
using ServiceDefaults.Attachments;
using ServiceDefaults.Problems;

namespace Funding.Claims;

/// <summary>A claim as lists show it.</summary>
internal sealed record ClaimView(
    Guid Id,
    long Version,
    string Programme,
    string Kind,
    string? Number,
    string ClaimantCode,
    string ClaimantName,
    Guid? InstitutionId,
    ClaimStatus Status,
    long ClaimedFen,
    long? DueFen,
    Guid? GrantId,
    DateOnly? SubmittedOn) : IETagged
{
    public static ClaimView Of(Claim row) => new(
        row.Id,
        row.Version,
        row.Programme,
        row.Kind,
        row.Number,
        row.ClaimantCode,
        row.ClaimantName,
        row.InstitutionId,
        row.Status,
        row.Proofs.Sum(p => p.AmountFen),
        row.DueFen,
        row.GrantId,
        row.SubmittedOn);
}

/// <summary>A payment or invoice of a claim and what was found about it.</summary>
internal sealed record ClaimProofView(
    Guid Id, int Position, string Number, string SellerName, string? SellerCode, long AmountFen, DateOnly Day, bool? Accepted, string? Reason)
{
    public static ClaimProofView Of(ClaimProof row) =>
        new(row.Id, row.Position, row.Number, row.SellerName, row.SellerCode, row.AmountFen, row.Day, row.Accepted, row.Reason);
}

/// <summary>A file, the field that it is for, and the payment that it proves, by its number.</summary>
internal sealed record ClaimFileView(string Field, string? ProofNumber, AttachmentView File);

/// <summary>A claimant's room under a ceiling (HB-04): what there is, what is used and what is left.</summary>
/// <param name="Label">The ceiling's name.</param>
/// <param name="ClauseId">Its clause.</param>
/// <param name="Quote">Its words.</param>
/// <param name="FiscalYear">The year that it is for; null where it holds for the whole life of the programme.</param>
/// <param name="CeilingFen">The ceiling today.</param>
/// <param name="UsedFen">Approved and not failed, returned or cancelled (P-4).</param>
/// <param name="LeftFen">What is left.</param>
internal sealed record RoomView(Label Label, string ClauseId, string Quote, int? FiscalYear, long CeilingFen, long UsedFen, long LeftFen)
{
    public static RoomView Of(Cited<Money> ceiling, int year, long usedFen) => new(
        ceiling.Label,
        ceiling.ClauseId,
        ceiling.Quote,
        year == ClaimantAccount.ProgrammeLife ? null : year,
        ceiling.Value.Fen,
        usedFen,
        ceiling.Value.Above(Money.FromFen(usedFen)).Fen);
}

/// <summary>One step of a claim's life.</summary>
internal sealed record ClaimStep(ClaimStatus Status, DateOnly On, string By, string? Note);

/// <summary>A claim wholly: its answers, payments, files, what a person must judge, the room that is left, its payment and its timeline.</summary>
internal sealed record ClaimDetail(
    ClaimView Claim,
    JsonElement Answers,
    string? PayeeName,
    string? PayeeAccount,
    string? Reason,
    IReadOnlyList<ClaimProofView> Proofs,
    IReadOnlyList<ClaimFlag> Flags,
    IReadOnlyList<ClaimFileView> Files,
    RoomView? Room,
    PaymentView? Payment,
    IReadOnlyList<ShareEntry> Shares,
    IReadOnlyList<ClaimStep> Timeline) : IETagged
{
    public long Version => Claim.Version;

    /// <summary>What happened to it, as it is now.</summary>
    public static IEnumerable<ClaimStep> Steps(Claim row, Grant? grant)
    {
        if (row.Submitted is { } submitted)
        {
            yield return new ClaimStep(ClaimStatus.Submitted, submitted.Day(), submitted.Name, row.Number);
        }

        if (row.TurnedDown is { } down && row.Reason is not null)
        {
            var what = row.Status is ClaimStatus.Refused or ClaimStatus.Withdrawn ? row.Status : ClaimStatus.Returned;
            yield return new ClaimStep(what, down.Day(), down.Name, row.Reason);
        }

        if (row.Assessed is { } assessed)
        {
            yield return new ClaimStep(ClaimStatus.Assessed, assessed.Day(), assessed.Name, grant?.DecisionNumber);
        }

        if (grant?.Approved is { } approved)
        {
            yield return new ClaimStep(ClaimStatus.Approved, approved.Day(), approved.Name, null);
        }
    }
}
